import fc from 'fast-check';
import { VARIABLE, covers, matches, overlaps } from './globs';

const pattern = fc.string({
  unit: fc.constantFrom('a', 'b', '*', '?'),
  maxLength: 6,
});
const text = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 6 });

/** The same by the language's own means. */
function slowly(glob: string, value: string): boolean {
  const source = glob.replace(/\*/g, '.*').replace(/\?/g, '.');
  return new RegExp(`^${source}$`, 's').test(value);
}

it('matches as a regular expression would', () => {
  fc.assert(
    fc.property(pattern, text, (glob, value) => {
      expect(matches(glob, value)).toBe(slowly(glob, value));
    }),
    { numRuns: 2_000 },
  );
});

it('never says that a pattern covers another which matches more', () => {
  fc.assert(
    fc.property(
      pattern,
      pattern,
      text,
      (outer, inner, value) =>
        !covers(outer, inner) || !slowly(inner, value) || slowly(outer, value),
    ),
    { numRuns: 5_000 },
  );
});

it('never says that two patterns are apart which one text matches', () => {
  fc.assert(
    fc.property(
      pattern,
      pattern,
      text,
      (left, right, value) =>
        !slowly(left, value) || !slowly(right, value) || overlaps(left, right),
    ),
    { numRuns: 5_000 },
  );
});

it.each([
  ['*', 'arn:aws:ec2:*:*:security-group/*', true],
  ['arn:aws:ec2:*:*:security-group/*', '*', false],
  [
    'arn:aws:elasticloadbalancing:*:*:loadbalancer/*',
    'arn:aws:elasticloadbalancing:eu-west-1:1:loadbalancer/app/*/*',
    true,
  ],
  [
    'arn:aws:elasticloadbalancing:eu-*:*:*',
    'arn:aws:elasticloadbalancing:us-east-1:*:x',
    false,
  ],
  ['?', '*', false],
  ['**', '*', true],
  [`a${VARIABLE}`, 'a', false],
])('%s covers %s: %s', (outer, inner, expected) => {
  expect(covers(outer, inner)).toBe(expected);
});

it('takes a variable for any text', () => {
  expect(overlaps(`team-${VARIABLE}/x`, 'team-a/x')).toBe(true);
  expect(overlaps(`team-${VARIABLE}/x`, 'other-a/x')).toBe(false);
});

it('ignores capitals where told so', () => {
  expect(
    matches('EC2:describe*', 'ec2:DescribeVpcs', { ignoreCase: true }),
  ).toBe(true);
  expect(matches('EC2:describe*', 'ec2:DescribeVpcs')).toBe(false);
});

it('takes no longer for a pattern of many stars', () => {
  const stars = `${'*a'.repeat(1_000)}b`;
  expect(covers(stars, 'a'.repeat(5_000))).toBe(false);
  expect(overlaps(stars, `${'a*'.repeat(1_000)}c`)).toBe(false);
});
