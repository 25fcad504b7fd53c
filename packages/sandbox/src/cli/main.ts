import { parseArgs } from 'util';
import { PortTakenError } from '../wire';
import { DEFAULT_STATE_DIR } from './controlClient';
import { Io, UsageError } from './io';
import { pack, unpack } from './pack';
import { calls, step, worlds } from './remote';
import { serve } from './serve';

const USAGE = `Usage: npm run sandbox -- <command>

  serve                     start a fleet (the demo fleet, if nothing else is asked for)
    --worlds DIR            a recording, or a folder of recordings
    --world NAME            a bundled world; may be given several times
    --generate SIZE         a generated fleet: S, M, L, XL or scope; --seed N
    --kubernetes-port N     7443    --aws-port N  7466    --control-port N  7470
  step WORLD [STEP]         go to a step, by default the next
  worlds                    the worlds of the fleet that runs, else the bundled ones
  calls [--reset]           the calls that the fleet was asked, by API
  pack DIR --out DIR        pack recordings into archives
  unpack NAME --out DIR     write a bundled world as a folder of recordings

  --state-dir DIR           where the fleet announces itself (${DEFAULT_STATE_DIR})
`;

/** What a command left running, if anything. */
export interface Running {
  stop(): Promise<void>;
}

/** Runs a command; what it leaves running is the caller's to stop. */
export async function runCli(
  argv: string[],
  io: Io,
): Promise<{ code: number; running?: Running }> {
  try {
    return await dispatch(argv, io);
  } catch (error) {
    const known =
      error instanceof UsageError ||
      error instanceof PortTakenError ||
      isParseError(error);
    const text = error instanceof Error ? error : new Error(String(error));
    io.error(known ? text.message : text.stack ?? text.message);
    return { code: 1 };
  }
}

async function dispatch(
  argv: string[],
  io: Io,
): Promise<{ code: number; running?: Running }> {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      worlds: { type: 'string' },
      world: { type: 'string', multiple: true },
      generate: { type: 'string' },
      seed: { type: 'string' },
      'kubernetes-port': { type: 'string' },
      'aws-port': { type: 'string' },
      'control-port': { type: 'string' },
      'state-dir': { type: 'string' },
      out: { type: 'string' },
      reset: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  const [command, ...args] = positionals;
  const stateDir = values['state-dir'] ?? DEFAULT_STATE_DIR;
  if (values.help || command === undefined) {
    io.out(USAGE);
    return { code: values.help ? 0 : 1 };
  }
  switch (command) {
    case 'serve':
      return {
        code: 0,
        running: await serve(
          {
            worldsDir: values.worlds,
            worlds: values.world,
            generate: values.generate,
            seed: values.seed,
            kubernetesPort: values['kubernetes-port'],
            awsPort: values['aws-port'],
            controlPort: values['control-port'],
            stateDir,
          },
          io,
        ),
      };
    case 'step':
      await step({ stateDir, world: args[0], step: args[1] }, io);
      break;
    case 'worlds':
      await worlds({ stateDir }, io);
      break;
    case 'calls':
      await calls({ stateDir, reset: values.reset === true }, io);
      break;
    case 'pack':
      pack({ from: args[0], to: values.out }, io);
      break;
    case 'unpack':
      unpack({ name: args[0], to: values.out }, io);
      break;
    default:
      throw new UsageError(`There is no command "${command}".\n\n${USAGE}`);
  }
  return { code: 0 };
}

function isParseError(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && code.startsWith('ERR_PARSE_ARGS');
}
