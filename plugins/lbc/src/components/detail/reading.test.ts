import type { SubjectDetail } from '@lbc-backstage/plugin-lbc-common';
import { ago, inService, stack } from '../../__fixtures__';
import { groupHealth } from './counts';
import { withReading } from './reading';

type ReadGroup = NonNullable<
  NonNullable<SubjectDetail['detail']>['chain']['targetGroups']
>[number];

const [first, second] = inService.targetGroups;

function read(
  group: Partial<ReadGroup>,
  options: {
    observedAt?: string;
    health?: SubjectDetail['targetGroups'][number]['health'];
  } = {},
) {
  const { observedAt = ago(5, 's'), health } = options;
  return withReading({
    ...inService,
    targetGroups: [{ ...first, health }, second],
    detail: {
      ...stack,
      observedAt,
      chain: {
        ...stack.chain,
        targetGroups: [
          {
            arn: first.arn,
            name: first.name,
            services: [],
            moreTargets: 0,
            ...group,
          },
        ],
      },
    },
  });
}

const TARGETS = [
  { id: '10.0.0.1', port: 80, state: 'unhealthy', reason: 'Target.Timeout' },
  { id: '10.0.0.2', port: 80, state: 'healthy' },
];

describe('withReading', () => {
  it('has the health that a reading found where no sweep read any', () => {
    const { targetGroups, targets } = read({ targets: TARGETS });
    expect(groupHealth(targetGroups[0])).toEqual({
      healthy: 1,
      total: 2,
      others: [{ state: 'unhealthy', count: 1 }],
    });
    expect(targetGroups[0].notHealthy).toMatchObject([
      { id: '10.0.0.1', reason: 'Target.Timeout' },
    ]);
    expect(targets).toMatchObject({ healthy: 3, total: 4, unread: 0 });
  });

  it('keeps what a sweep read later', () => {
    const health = { observedAt: ago(5, 's'), byState: { healthy: 2 } };
    const { targetGroups } = read(
      { targets: TARGETS },
      { observedAt: ago(1, 'min'), health },
    );
    expect(targetGroups[0].health).toBe(health);
  });

  it('counts the rest as healthy only after a healthy one', () => {
    const health = ({ targetGroups }: SubjectDetail) =>
      groupHealth(targetGroups[0]);
    expect(health(read({ targets: TARGETS, moreTargets: 8 }))).toMatchObject({
      healthy: 9,
      total: 10,
    });
    expect(
      health(read({ targets: TARGETS.slice(0, 1), moreTargets: 8 })),
    ).toBeUndefined();
    expect(health(read({}))).toBeUndefined();
  });

  it('leaves a subject alone whose stack was not read', () => {
    expect(withReading(inService)).toBe(inService);
  });
});
