import { row } from './cells';

it.each([
  ["=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"],
  ['+1+1', "'+1+1"],
  ['-1+1', "'-1+1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1+1', "' =1+1"],
  ['\r=1+1', "' =1+1"],
  ['a\tb\nc', 'a b c'],
  ['gpj.\u202eexe', 'gpj.\ufffdexe'],
  ['Ingress shop/web', 'Ingress shop/web'],
  ['2026-11-24T10:00:00Z', '2026-11-24T10:00:00Z'],
])('makes no formula and no other cell of %j', (text, shown) => {
  expect(row([text, 'x'])).toBe(`${shown}\tx`);
});
