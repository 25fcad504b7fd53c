// Running jest and reading what came of it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './paths.mjs';

const require = createRequire(import.meta.url);
const cli = require.resolve('@backstage/cli/bin/backstage-cli');
const jest = require.resolve('jest/bin/jest');

/**
 * A test has a minute, as it may share the machine with others: how fast the
 * product is, the bench says.
 */
const PATIENCE = '--testTimeout=60000';

/** The tests beside the code, of all packages. */
export const unitTests = {
  name: 'unit tests',
  args: [cli, 'repo', 'test', '--watchAll=false', PATIENCE],
};

/** A suite with a jest configuration of its own. */
export const suite = (name, config) => ({
  name,
  args: [jest, '--config', join(root, config)],
});

/** Runs a suite; what it prints is shown as it comes. */
export async function runSuite({ name, args }, { env, extra = [] }) {
  const dir = mkdtempSync(join(tmpdir(), 'lbc-tests-'));
  const file = join(dir, 'result.json');
  console.log(`\n── ${name} ──`);
  const child = spawn(
    process.execPath,
    [...args, '--json', `--outputFile=${file}`, ...extra],
    {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  const [code] = await once(child, 'close');
  try {
    return counts(name, code, JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return {
      passed: 0,
      failed: 1,
      skipped: [],
      lines: [
        `FAILED: the ${name} ended with exit code ${code} and no result.`,
      ],
    };
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

function counts(name, code, result) {
  const lines = [];
  const { numPassedTests: passed, numRuntimeErrorTestSuites: broken } = result;
  let failed = result.numFailedTests + broken;
  if (failed === 0 && code !== 0) {
    failed = 1;
    lines.push(`FAILED: the ${name} ended with exit code ${code}.`);
  }
  if (passed === 0 && failed === 0) {
    failed = 1;
    lines.push(`FAILED: there were no ${name}.`);
  }
  const skipped = result.testResults.flatMap(file =>
    file.assertionResults
      .filter(test => test.status === 'pending')
      .map(test => test.fullName),
  );
  return { passed, failed, skipped, lines };
}
