// Runs a TypeScript main with what is installed: node scripts/run.mjs FILE [ARGS]
import { resolve } from 'node:path';
import { requireTypeScript } from './lib/typescript.mjs';

const [file, ...args] = process.argv.slice(2);
if (!file) {
  console.error('Usage: node scripts/run.mjs FILE.ts [ARGUMENTS]');
  process.exit(2);
}
const main = resolve(file);
process.argv = [process.argv[0], main, ...args];
requireTypeScript(main);
