import { execFileSync } from 'child_process';
import { mkdtempSync, readdirSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import fc from 'fast-check';
import { HOSTILE, hostileText } from '../__testUtils__/hostile';
import { isOperand, shellQuote } from './shellQuote';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lbc-quote-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** What a shell makes of a pasted line: its words, and the files it left. */
function paste(shell: string, words: readonly string[]) {
  const line = `printf '%s\\0' ${words.map(shellQuote).join(' ')}`;
  const out = execFileSync(shell, ['-s'], {
    cwd: folder,
    input: `${line}\n`,
    encoding: 'utf8',
    env: { PATH: process.env.PATH ?? '' },
  });
  return { words: out.split('\0').slice(0, -1), files: readdirSync(folder) };
}

const samples = [
  ...HOSTILE,
  ...fc.sample(hostileText, { numRuns: 400, seed: 7 }),
];

it('makes one word of whatever it is, and runs nothing', () => {
  // No word of a command can hold a NUL; half of a pair has no bytes.
  const words = samples.filter(
    word => !word.includes('\0') && !/[\ud800-\udfff]/u.test(word),
  );
  expect(paste('bash', words)).toEqual({ words, files: [] });
});

it('runs nothing in a shell that is only POSIX either', () => {
  expect(paste('sh', samples).files).toEqual([]);
});

it('shows what would be unseen, and gives a line editor nothing to obey', () => {
  for (const word of samples) {
    expect(shellQuote(word)).not.toMatch(/[\p{Cc}\u202e]/u);
  }
  expect(shellQuote('a\u0003b\u202ec')).toBe("$'a\\x03b\\xE2\\x80\\xAEc'");
});

it('leaves plain names alone', () => {
  expect(['web', 'shop/web', 'a=b', 'k8s-x:1'].map(shellQuote)).toEqual([
    'web',
    'shop/web',
    'a=b',
    'k8s-x:1',
  ]);
  expect(shellQuote('=ls')).toBe("'=ls'");
  expect(shellQuote('')).toBe("''");
});

it('tells an option from a name', () => {
  expect(['web', '', '--server=http://x', '-o'].map(isOperand)).toEqual([
    true,
    false,
    false,
    false,
  ]);
});
