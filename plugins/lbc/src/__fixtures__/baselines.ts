import type {
  Baseline,
  Change,
  Comparison,
  StackComparison,
} from '../components/readiness/types';
import { ago } from './build';

/** A baseline of prod-1. */
export function baseline(overrides: Partial<Baseline> = {}): Baseline {
  return {
    id: 'baseline-1',
    cluster: 'prod-1',
    name: 'before-v3.5.0',
    by: 'user:default/amina',
    startedAt: ago(40, 'min'),
    finishedAt: ago(39, 'min'),
    status: 'complete',
    progress: { stacksDone: 14, stacksTotal: 14 },
    version: 'v2.17.1',
    notRead: [],
    bytes: 51_200,
    ...overrides,
  };
}

/** One difference. */
export function change(overrides: Partial<Change> = {}): Change {
  return {
    kind: 'changed',
    message: {
      code: 'verification.found.setting',
      params: {
        setting: 'scheme',
        ofPlace: 'loadBalancer',
        before: 'internet-facing',
        after: 'internal',
      },
    },
    path: 'loadBalancer.scheme',
    before: 'internet-facing',
    after: 'internal',
    cause: 'upgrade',
    expected: false,
    reportedOnly: false,
    ...overrides,
  };
}

function stack(
  name: string,
  verdict: StackComparison['verdict'],
  overrides: Partial<StackComparison> = {},
): StackComparison {
  return {
    subjectId: name,
    name,
    owners: [{ kind: 'Ingress', namespace: 'shop', name: 'web' }],
    verdict,
    because: { code: 'verification.because.verified' },
    changes: [],
    awaited: [],
    ...overrides,
  };
}

function comparison(overrides: Partial<Comparison> = {}): Comparison {
  return {
    baseline: baseline(),
    verdict: 'verified',
    because: { code: 'verification.all.verified', params: { total: 1 } },
    stacks: [stack('k8s-shop-web-5c8ac0cc82', 'verified')],
    cluster: [],
    notes: [{ code: 'verification.note.traffic' }],
    comparedAt: ago(5, 's'),
    ...overrides,
  };
}

/** Comparisons of every kind that the tab has to show. */
export const comparisons = {
  verified: comparison(),
  mixed: comparison({
    verdict: 'changed-unexpectedly',
    because: {
      code: 'verification.all.unexpected',
      params: { count: 1, total: 4, unexpected: 0 },
    },
    stacks: [
      stack('k8s-shop-web-5c8ac0cc82', 'verified'),
      stack('k8s-shop-db-0e00d5d302', 'changed-as-expected', {
        changes: [
          change({
            kind: 'added',
            path: 'listeners.443',
            before: null,
            after: 'HTTPS :443',
            cause: 'owner',
            expected: true,
          }),
        ],
      }),
      stack('k8s-edge-3273337624', 'changed-unexpectedly', {
        changes: [
          change({
            kind: 'changed',
            path: 'listeners.80.rules.1.priority',
            before: '1',
            after: '2',
            reportedOnly: true,
          }),
          change({ kind: 'replaced' }),
        ],
      }),
      stack('k8s-blog-ghost-1111111111', 'cannot-tell'),
    ],
    cluster: [
      change({
        path: 'crds.targetgroupbindings.elbv2.k8s.aws',
        expected: true,
      }),
    ],
  }),
  none: comparison({
    verdict: 'cannot-tell',
    because: { code: 'verification.note.no-comparison' },
    stacks: [],
    notes: [{ code: 'verification.note.no-comparison' }],
  }),
  reading: comparison({
    verdict: 'settling',
    because: {
      code: 'verification.awaited.comparison',
      params: { done: 3, total: 14 },
    },
    stacks: [],
    notes: [],
  }),
  settling: comparison({
    verdict: 'settling',
    because: {
      code: 'verification.all.settling',
      params: { count: 1, total: 1 },
    },
    stacks: [
      stack('k8s-shop-web-5c8ac0cc82', 'settling', {
        awaited: [
          {
            code: 'verification.awaited.owner',
            params: { owner: 'Ingress shop/web' },
          },
        ],
      }),
    ],
  }),
} satisfies Record<string, Comparison>;
