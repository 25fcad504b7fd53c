// npm run yarn -- ARGUMENTS: the Yarn that package.json names.
import { yarn } from './lib/yarn.mjs';

process.exitCode = await yarn(process.argv.slice(2));
