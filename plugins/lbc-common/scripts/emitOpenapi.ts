import { writeFileSync } from 'fs';
import { resolve } from 'path';
import { version } from '../package.json';
import { openapiDocument } from '../src/schema/openapi';

/** Writes openapi.json from the API's schemas. */
const file = resolve(__dirname, '../openapi.json');
writeFileSync(
  file,
  `${JSON.stringify(openapiDocument({ version }), null, 2)}\n`,
);
process.stdout.write(`Wrote ${file}\n`);
