import type { FaultRule } from 'lbc-sandbox';
import type { ListChanges } from './clusterCopy';
import { forgedBinding, hostileLists, pageOfOthers } from './lists';

/** What goes wrong at one cluster, or in its account. */
export interface FaultRow {
  /** Completed by the row's own cluster or account. */
  rule?: Omit<FaultRule, 'cluster' | 'account'>;
  kubernetes?: ListChanges;
  aws?: ListChanges;
  /** The kind whose coverage tells of it, and how. */
  told?: {
    kind: string;
    coverage: 'denied' | 'failed' | 'partial';
    /** Code of the reason. */
    reason: string;
  };
  /** What the load balancer's own gaps say, where the lists look whole. */
  missed?: string;
}

const ingresses = { side: 'kubernetes', resource: 'ingresses' } as const;
const elbv2 = { side: 'aws', service: 'elbv2' } as const;

/**
 * Half a page of a cluster is a row of the sources' own tests: behind the proxy
 * it is a silence of thirty seconds.
 *
 * The rows, by the name of the cluster that meets them. Each cluster is alone
 * in its account, so that one row's trouble would show in another's.
 */
export const FAULT_ROWS: Readonly<Record<string, FaultRow>> = {
  // Meets nothing: what the others are compared with.
  control: {},
  'hostile-texts': hostileLists,
  'forged-arn': { kubernetes: forgedBinding },
  'kind-denied': {
    rule: { ...ingresses, fault: { kind: 'denied' } },
    told: {
      kind: 'ingresses',
      coverage: 'denied',
      reason: 'source.cluster-denies',
    },
  },
  'cluster-down': {
    rule: { side: 'kubernetes', fault: { kind: 'reset' } },
    told: {
      kind: 'ingresses',
      coverage: 'failed',
      reason: 'source.cluster-unreachable',
    },
  },
  'scope-denied': {
    rule: { ...elbv2, fault: { kind: 'denied' } },
    told: {
      kind: 'loadBalancers',
      coverage: 'denied',
      reason: 'source.aws-denied',
    },
  },
  'scope-throttled': {
    rule: { ...elbv2, fault: { kind: 'throttle' } },
    told: {
      kind: 'loadBalancers',
      coverage: 'failed',
      reason: 'source.aws-throttled',
    },
  },
  'half-page': {
    rule: {
      ...elbv2,
      operation: 'DescribeTargetGroups',
      fault: { kind: 'half-body' },
    },
    told: {
      kind: 'targetGroups',
      coverage: 'failed',
      reason: 'source.aws-failed',
    },
  },
  'error-in-mid-list': {
    kubernetes: pageOfOthers,
    rule: { ...ingresses, page: 2, fault: { kind: 'status', code: 500 } },
    told: {
      kind: 'ingresses',
      coverage: 'failed',
      reason: 'source.server-error',
    },
  },
  'expired-twice': {
    kubernetes: pageOfOthers,
    rule: {
      ...ingresses,
      page: 2,
      times: 2,
      fault: { kind: 'expire-continue' },
    },
    told: {
      kind: 'ingresses',
      coverage: 'partial',
      reason: 'source.list-inconsistent',
    },
  },
  'fewer-namespaces': {
    rule: {
      side: 'kubernetes',
      fault: { kind: 'filtered-namespaces', namespaces: ['shop'] },
    },
    // Only who remembers the namespaces can tell.
    told: {
      kind: 'namespaces',
      coverage: 'partial',
      reason: 'gap.namespaces-missing',
    },
    missed: 'gap.namespaces-missing',
  },
  'no-json': {
    rule: { ...ingresses, fault: { kind: 'wrong-json' } },
    told: { kind: 'ingresses', coverage: 'failed', reason: 'source.not-json' },
  },
  'wrong-types': {
    rule: {
      ...ingresses,
      fault: { kind: 'wrong-type', path: 'metadata', value: 7 },
    },
    told: {
      kind: 'ingresses',
      coverage: 'failed',
      reason: 'source.malformed-items',
    },
  },
  'no-xml': {
    rule: {
      ...elbv2,
      operation: 'DescribeLoadBalancers',
      fault: { kind: 'wrong-xml' },
    },
    told: {
      kind: 'loadBalancers',
      coverage: 'failed',
      reason: 'source.aws-failed',
    },
  },
  // The sweep counts for nothing, so that no kind tells of it.
  'another-cluster-in-mid-sweep': {
    rule: {
      side: 'kubernetes',
      fault: { kind: 'another-cluster', cluster: 'control', from: 'ingresses' },
    },
  },
};

/** The account of a row. */
export function accountOf(name: string): string {
  const place = Object.keys(FAULT_ROWS).indexOf(name);
  return String(100_000_000_000 + place);
}

/** A row's rule, for its own cluster and account alone. */
export function ruleOf(name: string): FaultRule | undefined {
  const { rule } = FAULT_ROWS[name];
  return (
    rule && {
      ...rule,
      ...(rule.side === 'aws'
        ? { account: accountOf(name) }
        : { cluster: name }),
    }
  );
}
