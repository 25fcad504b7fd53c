import { withConvergence } from './convergence';

const owner = {
  kind: 'Ingress' as const,
  namespace: 'shop',
  name: 'web',
  uid: 'now',
  exists: true,
  state: 'in-service' as const,
  specChangedAt: '2026-11-01T12:00:00.000Z',
};
const said = (name: string, uid: string | undefined, at: string) => ({
  kind: 'Ingress',
  namespace: 'shop',
  name,
  ...(uid && { uid }),
  report: {
    reason: 'SuccessfullyReconciled',
    firstAt: at,
    lastAt: at,
    count: 1,
  },
});

it('says of each owner what its own Events say', () => {
  const reports = [
    said('web', 'before', '2026-11-01T12:00:10.000Z'),
    said('api', 'now', '2026-11-01T12:00:20.000Z'),
    said('web', 'now', '2026-11-01T12:00:58.000Z'),
  ];
  expect(
    withConvergence(
      [owner, { ...owner, exists: false }, { ...owner, name: 'other' }],
      { reports },
    ).map(({ convergence }) => convergence),
  ).toMatchObject([
    { state: 'applied', lagSeconds: 58 },
    undefined,
    { state: 'unknown' },
  ]);
});
