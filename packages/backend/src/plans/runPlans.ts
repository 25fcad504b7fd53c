import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { judgePlans } from './judgePlans';
import { Plans, bundledPlans, readPlans } from './readPlans';
import { verdictText } from './text';

/** Where the command writes. */
export interface PlansIo {
  out: (text: string) => void;
  error: (line: string) => void;
}

const USAGE = `Usage: npm run plans -- [DIR] [--json]

Compares what is expected of the controller, from specs alone, with what a real
one built of them: its own model, and what AWS had afterwards.

  DIR         a folder of recorded plans, one JSON file each, with
              _environment.json beside them; without it, the plans that come
              with this repository
  --json      one JSON document: {files, facts, agree, disagreements,
              notModelled, …}
  --help      this text

The exit code is 1 where anything disagrees, and 2 where nothing could be read.
`;

function parse(argv: string[]) {
  return parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      json: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
}

function open(name: string | undefined): Plans | string {
  if (name === undefined) {
    return bundledPlans();
  }
  // npm runs in the repository's root, wherever it was called.
  const folder = resolve(process.env.INIT_CWD ?? '', name);
  return existsSync(folder) && statSync(folder).isDirectory()
    ? readPlans(folder)
    : `There is no folder ${folder}.`;
}

/** Runs the command; the answer is its exit code. */
export function runPlans(argv: string[], io: PlansIo): number {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(argv);
  } catch (error) {
    io.error(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
    return 2;
  }
  const { values, positionals } = parsed;
  if (values.help) {
    io.out(USAGE);
    return 0;
  }
  if (positionals.length > 1) {
    io.error(`One folder at a time, please.\n\n${USAGE}`);
    return 2;
  }
  const plans = open(positionals[0]);
  if (typeof plans === 'string') {
    io.error(plans);
    return 2;
  }
  const verdict = judgePlans(plans);
  io.out(values.json ? JSON.stringify(verdict, null, 2) : verdictText(verdict));
  if (values.json) {
    verdict.unreadable.forEach(({ sentence }) => io.error(sentence));
  }
  if (verdict.files === 0) {
    io.error('No plan could be read there.');
    return 2;
  }
  return verdict.disagreements.length > 0 ? 1 : 0;
}
