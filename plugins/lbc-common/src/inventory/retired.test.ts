import { loadBundledWorld } from 'lbc-sandbox';
import { scopeOfStep } from '../__testUtils__/recordings';
import { DEFAULT_LIFECYCLE_SETTINGS } from '../lifecycle';
import {
  EMPTY_UNIT_MEMORY,
  RetiredCluster,
  ScopeSnapshot,
  Subject,
  TargetBindingsOfCluster,
  correlateUnclaimed,
  indexScope,
} from '.';

// An orphan of the recording, seen by a portal that never knew its cluster.
const [, , , step] = loadBundledWorld('ingress-alb').steps;
const begin = Date.parse('2026-11-24T00:00:00Z');

const word: RetiredCluster = {
  clusterTag: 'prod-1',
  accountId: step.accountId,
  region: step.region,
  vpcId: step.vpcId,
  by: 'team-platform',
  at: '2026-11-23',
};

function unhealthy(scope: ScopeSnapshot): ScopeSnapshot {
  return {
    ...scope,
    health: new Map(
      [...scope.health].map(([arn, health]) => [
        arn,
        {
          ...health,
          targets: health.targets.map(target => ({
            ...target,
            state: 'unhealthy',
          })),
        },
      ]),
    ),
  };
}

function watch(options: {
  retired?: RetiredCluster[];
  see?: (scope: ScopeSnapshot, round: number) => ScopeSnapshot;
  elsewhere?: TargetBindingsOfCluster[];
  rounds?: number;
}): Subject {
  const { retired = [word], see = unhealthy, elsewhere = [] } = options;
  let memory = EMPTY_UNIT_MEMORY;
  let subject: Subject | undefined;
  for (let round = 0; round < (options.rounds ?? 6); round++) {
    const at = new Date(begin + round * 360_000).toISOString();
    const result = correlateUnclaimed({
      now: at,
      scope: indexScope(see(scopeOfStep(step, at), round)),
      bindings: [],
      claimed: new Set(),
      retired,
      elsewhere,
      memory,
      settings: DEFAULT_LIFECYCLE_SETTINGS,
    });
    memory = result.memory;
    [subject] = result.subjects;
  }
  if (!subject) {
    throw new Error('The recording has a load balancer');
  }
  return subject;
}

describe('a load balancer of a cluster that an operator retired', () => {
  it('is orphaned, inferred, once nothing lived there for the grace period', () => {
    expect(watch({ rounds: 2 }).state).toBe('unknown');
    expect(watch({})).toMatchObject({
      state: 'orphaned',
      grade: 'inferred',
      because: { code: 'state.orphaned-cluster-gone' },
    });
  });

  it('may have been made on the very day', () => {
    const made = scopeOfStep(step, '').kinds.loadBalancers?.items[0].createdAt;
    const at = made?.slice(0, 10) ?? '';
    expect(watch({ retired: [{ ...word, at }] }).state).toBe('orphaned');
  });

  it.each<[string, Parameters<typeof watch>[0]]>([
    ['nobody retired it', { retired: [] }],
    ['another VPC was meant', { retired: [{ ...word, vpcId: 'vpc-0' }] }],
    ['it was made after that', { retired: [{ ...word, at: '2026-01-01' }] }],
    [
      'a cluster of the portal goes by that name, and nothing binds it',
      {
        elsewhere: [
          {
            cluster: 'new',
            coverage: 'complete',
            bindings: [],
            names: ['prod-1'],
          },
        ],
      },
    ],
    ['it is not retired yet', { retired: [{ ...word, at: '2027-01-01' }] }],
    ['a target is healthy', { see: scope => scope }],
    [
      'health was never read',
      { see: scope => ({ ...scope, health: new Map() }) },
    ],
    [
      'its targets change',
      {
        see: (scope, round) => {
          const seen = unhealthy(scope);
          return {
            ...seen,
            health: new Map(
              [...seen.health].map(([arn, health]) => [
                arn,
                {
                  ...health,
                  targets: [{ id: `10.0.0.${round}`, state: 'unhealthy' }],
                },
              ]),
            ),
          };
        },
      },
    ],
    [
      'a known cluster could not be read',
      { elsewhere: [{ cluster: 'other', coverage: 'denied', bindings: [] }] },
    ],
  ])('is unknown where %s', (_name, options) => {
    expect(watch(options).state).toBe('unknown');
  });
});
