import { spawn } from 'child_process';
import { availableParallelism } from 'os';
import { parseArgs } from 'util';
import { PROOF_ROWS, ProofRow } from '../../lifecycle/orphan/rows';
import { INSEPARABLE, PROFILES } from './profiles';
import {
  CHUNK,
  Counterexample,
  WorldsSummary,
  addSummaries,
  runWorlds,
} from './runWorlds';

const USAGE = `Usage: npm run worlds -- [--count N] [--seed N] [--without ROW] [--rows] [--json]

Generates worlds whose truth is known, breaks what is seen of them, and holds
what the domain says against the truth. Ends with 1 where it is wrong.

  --count N      how many worlds (1000)
  --seed N       any whole number; the same one makes the same worlds (1)
  --without ROW  leaves a row of the orphan proof out: false orphans must show
  --wide         worlds over two Regions, clusters that EKS has no more, namespaces that go
  --rows         lists the rows, and the worlds in which each stands alone
  --json         prints the summary as JSON`;

type Part = ReturnType<typeof runWorlds>;

function isRow(text: string): text is ProofRow {
  return (PROOF_ROWS as readonly string[]).includes(text);
}

function listRows(): string {
  return PROOF_ROWS.map(row => {
    const profile = PROFILES.find(each => each.row === row);
    return profile
      ? `${row}\n    ${profile.words}`
      : `${row} (can't be separated)\n    ${INSEPARABLE[row] ?? ''}`;
  }).join('\n');
}

/** Runs a part of the worlds in a process of its own. */
function runElsewhere(args: readonly string[]): Promise<Part> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [...process.execArgv, 'scripts/run.mjs', process.argv[1], ...args],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    let text = '';
    child.stdout.on('data', chunk => {
      text += chunk;
    });
    child.on('error', reject);
    child.on('close', code =>
      code === 0
        ? resolve(JSON.parse(text))
        : reject(new Error(`A worker ended with ${code}`)),
    );
  });
}

async function runAll(options: {
  seed: number;
  count: number;
  without: readonly ProofRow[];
  wide: boolean;
}): Promise<Part> {
  const { seed, count, without, wide } = options;
  const chunks = Math.ceil(count / CHUNK);
  const workers = Math.max(1, Math.min(availableParallelism(), 2, chunks));
  if (workers === 1) {
    return runWorlds({ seed, to: count, without, wide });
  }
  const share = Math.ceil(chunks / workers) * CHUNK;
  const parts = await Promise.all(
    Array.from({ length: workers }, (_, index) =>
      runElsewhere([
        '--part',
        `${index * share}-${Math.min(count, (index + 1) * share)}`,
        `--seed=${seed}`,
        ...(wide ? ['--wide'] : []),
        ...without.flatMap(row => ['--without', row]),
      ]),
    ),
  );
  return {
    summary: addSummaries(parts.map(({ summary }) => summary)),
    counterexamples: parts.flatMap(({ counterexamples }) => counterexamples),
  };
}

function textOf(
  summary: WorldsSummary,
  counterexamples: readonly Counterexample[],
): string {
  const { seed, worlds, falseOrphans, unknowable } = summary;
  const off = summary.switchedOff.join(', ') || 'none';
  return [
    `${worlds} worlds from seed ${seed}; rows switched off: ${off}`,
    `false orphans: ${falseOrphans}`,
    `inferred where no observer could tell (unknowable): ${unknowable}`,
    `wrong states of settled worlds: ${summary.wrongStates}`,
    `panics: ${summary.panics}`,
    ...counterexamples.map(
      ({ number, what, plan }) =>
        `\nworld ${number}: ${what}\n${JSON.stringify(plan)}`,
    ),
  ].join('\n');
}

function whole(text: string, name: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number)) {
    throw new Error(`--${name} must be a whole number, not "${text}"`);
  }
  return number;
}

/** `--seed -7` as `--seed=-7`: a number is no option. */
function withNegatives(args: readonly string[]): string[] {
  return args.reduce<string[]>((joined, arg) => {
    const previous = joined[joined.length - 1];
    return /^-\d/.test(arg) && previous?.startsWith('--')
      ? [...joined.slice(0, -1), `${previous}=${arg}`]
      : [...joined, arg];
  }, []);
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    args: withNegatives(process.argv.slice(2)),
    options: {
      count: { type: 'string', default: '1000' },
      seed: { type: 'string', default: '1' },
      without: { type: 'string', multiple: true, default: [] },
      wide: { type: 'boolean', default: false },
      rows: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
      part: { type: 'string' },
    },
  });
  const print = (text: string) => process.stdout.write(`${text}\n`);
  if (values.help) {
    print(USAGE);
    return;
  }
  if (values.rows) {
    print(listRows());
    return;
  }
  const { wide } = values;
  const seed = whole(values.seed, 'seed');
  const without = values.without.map(row => {
    if (!isRow(row)) {
      throw new Error(`There is no row "${row}"; --rows lists them`);
    }
    return row;
  });
  if (values.part) {
    const [from, to] = values.part.split('-').map(Number);
    print(JSON.stringify(runWorlds({ seed, from, to, without, wide })));
    return;
  }
  const count = whole(values.count, 'count');
  if (count < 1) {
    throw new Error('--count must be at least 1');
  }
  const { summary, counterexamples } = await runAll({
    seed,
    count,
    without,
    wide,
  });
  print(
    values.json ? JSON.stringify(summary) : textOf(summary, counterexamples),
  );
  const { falseOrphans, wrongStates, panics } = summary;
  process.exitCode = falseOrphans + wrongStates + panics > 0 ? 1 : 0;
}

main().catch(error => {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 2;
});
