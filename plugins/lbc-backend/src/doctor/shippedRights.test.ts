import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { rightsFiles } from '@lbc-backstage/plugin-lbc-common';

const FOLDER = join(__dirname, '../../deploy');

it('ships what the table of rights says; `npm run rights` writes it', () => {
  expect(readdirSync(FOLDER).sort()).toEqual(Object.keys(rightsFiles()).sort());
  for (const [name, text] of Object.entries(rightsFiles())) {
    expect(readFileSync(join(FOLDER, name), 'utf8')).toBe(text);
  }
});
