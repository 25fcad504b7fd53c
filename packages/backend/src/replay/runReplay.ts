import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { bundledWorlds, loadBundledWorld, loadWorld, World } from 'lbc-sandbox';
import { disagreements } from './agreement';
import { Replay } from './Replay';
import { ReplayedStep, stepOf } from './steps';
import { StreamLogger } from './StreamLogger';
import { stepText } from './text';

/** Where a replay writes: the answer, and everything else. */
export interface ReplayIo {
  out: (text: string) => void;
  error: (line: string) => void;
}

const USAGE = `Usage: npm run replay -- DIR [OPTIONS]

Says of every step of a recording what the product says of it: runs a real
backend against the recording, over the wire, as long as the waits need.

  DIR         a folder in the recordings' layout (see packages/sandbox/README.md),
              or the name of a recording that comes with this repository
  --json      one JSON document, in the words of truth.json
  --check     exit with 1 where it does not agree with the folder's truth.json
  --verbose   the backend's log, on standard error
  --help      this text
`;

/** Something that the person at the keyboard can put right. */
class UsageError extends Error {}

/** Runs the command; the answer is its exit code. */
export async function runReplay(argv: string[], io: ReplayIo): Promise<number> {
  try {
    const options = readOptions(argv);
    if (options === 'help') {
      io.out(USAGE);
      return 0;
    }
    return await replay({ ...options, world: open(options.folder) }, io);
  } catch (error) {
    if (error instanceof UsageError) {
      io.error(error.message);
      return 2;
    }
    io.error(
      error instanceof Error ? error.stack ?? error.message : `${error}`,
    );
    return 1;
  }
}

interface Options {
  folder: string;
  json: boolean;
  check: boolean;
  verbose: boolean;
}

function readOptions(argv: string[]): Options | 'help' {
  const { values, positionals } = parse(argv);
  if (values.help) {
    return 'help';
  }
  const [folder, ...more] = positionals;
  if (folder === undefined || more.length > 0) {
    throw new UsageError(
      `${
        folder === undefined
          ? 'Which recording? Name a folder.'
          : 'One recording at a time, please.'
      }\n\n${USAGE}`,
    );
  }
  const { json = false, check = false, verbose = false } = values;
  return { folder, json, check, verbose };
}

function parse(argv: string[]) {
  try {
    return parseArgs({
      args: argv,
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        check: { type: 'boolean' },
        verbose: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new UsageError(
      `${error instanceof Error ? error.message : error}\n\n${USAGE}`,
    );
  }
}

function open(name: string): World {
  const bundled = bundledWorlds();
  // npm runs in the repository's root, wherever it was called.
  const folder = resolve(process.env.INIT_CWD ?? '', name);
  if (!existsSync(folder)) {
    if (bundled.includes(name)) {
      return loadBundledWorld(name);
    }
    throw new UsageError(
      `There is no folder ${folder}. Recordings that come with this repository: ${bundled.join(
        ', ',
      )}.`,
    );
  }
  try {
    return loadWorld(folder);
  } catch (error) {
    // It says which file is wrong, and how a recording must look.
    throw new UsageError(error instanceof Error ? error.message : `${error}`);
  }
}

async function replay(
  options: Options & { world: World },
  io: ReplayIo,
): Promise<number> {
  const { world, json, check, verbose } = options;
  const logger = StreamLogger.create({
    write: io.error,
    level: verbose ? 'info' : 'error',
  });
  const run = await Replay.start({ world, logger });
  const steps: ReplayedStep[] = [];
  try {
    for (const name of run.steps) {
      const watched = await run.watch(name);
      steps.push(stepOf(name, watched.inventory));
      if (!json) {
        io.out(stepText(watched));
      }
    }
  } finally {
    await run.stop();
  }
  if (json) {
    io.out(JSON.stringify(steps, undefined, 2));
  }
  return report({ world, steps, check }, io);
}

function report(
  options: { world: World; steps: ReplayedStep[]; check: boolean },
  io: ReplayIo,
): number {
  const { world, steps, check } = options;
  const { truth } = world;
  if (!truth) {
    if (check) {
      io.error('There is no truth.json to check it against.');
    }
    return check ? 2 : 0;
  }
  let agreed = 0;
  for (const step of steps) {
    const wanted = truth.steps.find(each => each.step === step.step);
    const sentences = wanted
      ? disagreements(step, wanted)
      : ['truth.json says nothing of this step'];
    agreed += sentences.length === 0 ? 1 : 0;
    sentences.forEach(sentence => io.error(`${step.step}: ${sentence}`));
  }
  io.error(`agrees with truth.json: ${agreed} of ${steps.length} steps`);
  return check && agreed < steps.length ? 1 : 0;
}
