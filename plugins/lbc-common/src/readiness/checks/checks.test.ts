import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { checksDocument } from '../checksDocument';
import { READINESS_CHECKS } from '.';

it('has a code a check, once, and a file of its name', () => {
  const codes = READINESS_CHECKS.map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
  const files = readdirSync(__dirname)
    .filter(name => /^LBC-.*\.ts$/.test(name))
    .map(name => name.replace(/\.ts$/, ''));
  expect([...codes].sort()).toEqual(files.sort());
});

it('never gives a code that was used for another check', () => {
  for (const { code } of READINESS_CHECKS) {
    expect(code).toMatch(/^LBC-[A-Z0-9]+-\d{3}$/);
  }
});

it('has a current docs/checks.md; `npm run checks` writes it', () => {
  const file = resolve(__dirname, '../../../../../docs/checks.md');
  expect(readFileSync(file, 'utf8')).toBe(checksDocument());
});
