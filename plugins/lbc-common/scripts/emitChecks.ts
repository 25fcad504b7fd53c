import { writeFileSync } from 'fs';
import { resolve } from 'path';
import { checksDocument } from '../src/readiness/checksDocument';

/** Writes docs/checks.md from the checks of upgrade readiness. */
const file = resolve(__dirname, '../../../docs/checks.md');
writeFileSync(file, checksDocument());
process.stdout.write(`Wrote ${file}\n`);
