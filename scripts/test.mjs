// npm test: every test of the repository, on what this machine has. Ends with
// the line "N passed, N failed".
//
//   npm test                          everything
//   npm test -- --only unit           one of: unit, tarballs, browser
//   npm test -- --only unit PATH …    what follows goes to jest
//   npm test -- --only browser --update-screenshots
import { existsSync } from 'node:fs';
import { pack } from './lib/pack.mjs';
import { findPostgres, startPostgres } from './lib/postgres.mjs';
import { runSuite, suite, unitTests } from './lib/suites.mjs';

const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
/** Where everything must be there, a skip would hide that it is not. */
const STRICT = Boolean(process.env.CI) && process.env.CI !== 'false';

/** Takes the pictures of the README again. */
const UPDATE = '--update-screenshots';

const PARTS = {
  unit: async ({ extra, skip }) => {
    const found = findPostgres();
    if (!found) {
      skip(
        'PostgreSQL is not installed (Debian: apt-get install postgresql); the store was tested on SQLite alone.',
      );
    }
    const postgres = found && (await startPostgres(found));
    try {
      const env = { ...postgres?.env, BACKSTAGE_TEST_DISABLE_DOCKER: '1' };
      // The kubernetes backend loads its client, an ES module, as it is.
      env.NODE_OPTIONS = [
        process.env.NODE_OPTIONS,
        '--experimental-vm-modules',
        '--no-warnings',
      ].join(' ');
      return await runSuite(unitTests, { env, extra });
    } finally {
      await postgres?.stop();
    }
  },
  tarballs: async ({ extra }) => {
    await pack();
    return runSuite(suite('tarballs', 'scripts/tarballs/jest.config.cjs'), {
      extra,
    });
  },
  browser: async ({ extra, skip }) => {
    if (!existsSync(CHROMIUM)) {
      skip(
        `Chromium is not at ${CHROMIUM} (Debian: apt-get install chromium; or set CHROMIUM_PATH); no browser test ran.`,
      );
      return undefined;
    }
    return runSuite(suite('browser tests', 'packages/app/e2e/jest.config.js'), {
      env: {
        CHROMIUM_PATH: CHROMIUM,
        ...(extra.includes(UPDATE) && { LBC_UPDATE_SCREENSHOTS: '1' }),
      },
      extra: extra.filter(argument => argument !== UPDATE),
    });
  },
};

async function main() {
  // So that what runs beside the tests is stopped, however this ends.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.once(signal, () => process.exit(130));
  }
  const { parts, extra } = readArguments(process.argv.slice(2));
  const total = { passed: 0, failed: 0 };
  const lines = [];
  const skip = why => {
    lines.push(`SKIPPED: ${why}`);
    if (STRICT) {
      total.failed += 1;
    }
  };
  for (const part of parts) {
    const result = await PARTS[part]({ extra, skip }).catch(error => ({
      passed: 0,
      failed: 1,
      skipped: [],
      lines: [`FAILED: ${part}: ${error.message}`],
    }));
    if (result) {
      total.passed += result.passed;
      total.failed += result.failed;
      lines.push(...result.lines);
      result.skipped.forEach(name => skip(`the test "${name}"`));
    }
  }
  console.log(['', ...lines].join('\n'));
  if (STRICT && lines.some(line => line.startsWith('SKIPPED'))) {
    console.log('In CI a skip is a failure.');
  }
  console.log(`${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed > 0 ? 1 : 0;
}

function readArguments(args) {
  if (args[0] !== '--only') {
    return { parts: Object.keys(PARTS), extra: args };
  }
  const [, part, ...extra] = args;
  if (!(part in PARTS)) {
    console.error(`--only takes one of: ${Object.keys(PARTS).join(', ')}`);
    process.exit(2);
  }
  return { parts: [part], extra };
}

main();
