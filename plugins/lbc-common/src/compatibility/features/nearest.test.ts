import fc from 'fast-check';
import { distance, nearestName } from './nearest';

it.each([
  ['scheme', 'scheme', 0],
  ['shceme', 'scheme', 1],
  ['schem', 'scheme', 1],
  ['schemes', 'scheme', 1],
  ['subnet', 'subnets', 1],
  ['abc', 'xyz', 3],
])('%s is as far from %s as %d changes', (a, b, expected) => {
  expect(distance(a, b, 5)).toBe(expected);
});

it('is the same both ways, and never more than it is asked for', () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 12 }),
      fc.string({ maxLength: 12 }),
      (a, b) => {
        expect(distance(a, b, 20)).toBe(distance(b, a, 20));
        expect(distance(a, b, 2)).toBe(Math.min(distance(a, b, 20), 3));
        expect(distance(a, a, 20)).toBe(0);
      },
    ),
  );
});

it('names what somebody most likely meant, or nothing', () => {
  const names = ['target-type', 'target-group-attributes', 'scheme'];
  expect(nearestName('taregt-type', names)).toBe('target-type');
  expect(nearestName('my-own-thing', names)).toBeUndefined();
  // Three letters have too many neighbours.
  expect(nearestName('tag', ['tls'])).toBeUndefined();
});
