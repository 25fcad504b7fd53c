import { mkdirSync, writeFileSync } from 'fs';
import { resolve } from 'path';
import { rightsFiles } from '../src/rights';

/** Writes the shipped ClusterRole and policies from the table of rights. */
const folder = resolve(__dirname, '../../lbc-backend/deploy');
mkdirSync(folder, { recursive: true });
for (const [name, text] of Object.entries(rightsFiles())) {
  const file = resolve(folder, name);
  writeFileSync(file, text);
  process.stdout.write(`Wrote ${file}\n`);
}
