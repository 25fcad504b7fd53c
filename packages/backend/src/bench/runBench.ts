import { parseArgs } from 'node:util';
import { MEASURES } from './measures';
import { ScopeStand } from './scope';
import { BenchSize, FULL_SIZE, SMOKE_SIZE } from './sizes';
import { table } from './table';
import type { BenchLine, Measure } from './types';

const USAGE = `Usage: npm run bench [-- OPTIONS]

  --json         print [{name, value, unit, goal, ok}]
  --only PARTS   only measurements whose name has one of these in it, apart
                 by commas:
                 ${MEASURES.map(({ name }) => name).join(', ')}
  --smoke        tiny sizes, to see that the bench itself works; no goal
                 is about them
  --verbose      say what goes on
`;

/** Where the bench writes. */
export interface BenchIo {
  out(text: string): void;
  error(line: string): void;
}

/** Runs the bench; the answer is the exit code. */
export async function runBench(
  args: readonly string[],
  io: BenchIo,
): Promise<number> {
  let values;
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: {
        json: { type: 'boolean' },
        only: { type: 'string' },
        smoke: { type: 'boolean' },
        verbose: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    }));
  } catch (error) {
    io.error(error instanceof Error ? error.message : String(error));
    io.error(USAGE);
    return 2;
  }
  const { only = '' } = values;
  const parts = only.split(',');
  const measures = MEASURES.filter(({ name }) =>
    parts.some(part => name.includes(part)),
  );
  if (values.help || measures.length === 0) {
    io.error(values.help ? USAGE : `No measurement is called "${only}".`);
    return values.help ? 0 : 2;
  }
  const lines = await measure({
    measures,
    size: values.smoke ? SMOKE_SIZE : FULL_SIZE,
    log: values.verbose ? io.error : () => {},
    started: name => io.error(`Measuring ${name} …`),
  });
  io.out(values.json ? JSON.stringify(lines, null, 2) : table(lines));
  return 0;
}

async function measure(options: {
  measures: readonly Measure[];
  size: BenchSize;
  log: (line: string) => void;
  started: (name: string) => void;
}): Promise<BenchLine[]> {
  const { measures, size, log, started } = options;
  let stand: Promise<ScopeStand> | undefined;
  const context = {
    size,
    log,
    stand: () => {
      stand ??= ScopeStand.start(size, log);
      return stand;
    },
  };
  const found = new Map<Measure, BenchLine[]>();
  const run = async (each: Measure) => {
    started(each.name);
    found.set(each, await each.run(context));
  };
  try {
    for (const each of measures.filter(({ needsStand }) => needsStand)) {
      await run(each);
    }
  } finally {
    // Its portal must not work beside what is measured next.
    await (await stand)?.stop();
  }
  for (const each of measures.filter(({ needsStand }) => !needsStand)) {
    await run(each);
  }
  return measures.flatMap(each => found.get(each) ?? []);
}
