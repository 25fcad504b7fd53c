import { gatesInEffect, parseGates } from './gates';

it('reads what the flag says as the controller does', () => {
  expect(parseGates('A=true, B = False,C=1')).toEqual({
    settings: { A: true, B: false, C: true },
    malformed: [],
  });
  expect(parseGates('A,B=maybe,=true').malformed).toEqual([
    'A',
    'B=maybe',
    '=true',
  ]);
  expect(parseGates(undefined).settings).toEqual({});
});

it('changes the release’s own, or knows nothing', () => {
  const flags = { 'feature-gates': 'A=false' };
  expect(gatesInEffect({ defaults: { A: true, B: true }, flags })).toEqual({
    A: false,
    B: true,
  });
  expect(gatesInEffect({ defaults: undefined, flags })).toBeUndefined();
});
