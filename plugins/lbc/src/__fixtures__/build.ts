import type {
  CoverageItem,
  SubjectDetail,
  SubjectForEntity,
} from '@lbc-backstage/plugin-lbc-common';

const UNITS = { s: 1_000, min: 60_000, h: 3_600_000, d: 86_400_000 };
const START = Date.now();

/** A time so long ago, as ISO 8601. Fixtures age with the run, as real answers do. */
export function ago(amount: number, unit: keyof typeof UNITS): string {
  return new Date(START - amount * UNITS[unit]).toISOString();
}

/** The scope that all fixtures live in. */
export const SCOPE = { accountId: '123456789012', region: 'eu-west-1' };

/** An owner as the API gives it. */
export function owner(
  overrides: Partial<SubjectDetail['owners'][number]> = {},
): SubjectDetail['owners'][number] {
  return {
    kind: 'Ingress',
    namespace: 'shop',
    name: 'web',
    uid: '5f1a3d2e-0000-4000-8000-000000000001',
    exists: true,
    state: 'in-service',
    specChangedAt: ago(2, 'd'),
    ...overrides,
  };
}

/** The controller of prod-1, alive. */
export function controller(
  overrides: Partial<SubjectDetail['controllers'][number]> = {},
): SubjectDetail['controllers'][number] {
  return {
    cluster: 'prod-1',
    namespace: 'kube-system',
    name: 'aws-load-balancer-controller',
    version: '3.5.0',
    image: 'public.ecr.aws/eks/aws-load-balancer-controller:v3.5.0',
    flags: { 'cluster-name': 'prod-1', 'ingress-class': 'alb' },
    replicas: { wanted: 2, ready: 2 },
    liveness: 'alive',
    because: {
      code: 'controller.lease-renewed',
      params: { renewedAt: ago(40, 's') },
    },
    leaseRenewedAt: ago(40, 's'),
    evidence: [],
    observedAt: ago(40, 's'),
    ...overrides,
  };
}

/** Coverage of one kind that is not whole. */
export function coverage(overrides: Partial<CoverageItem> = {}): CoverageItem {
  return {
    source: 'kubernetes',
    target: 'cluster:prod-1',
    kind: 'gateways.gateway.networking.k8s.io',
    coverage: 'denied',
    reason: {
      code: 'source.cluster-denies',
      params: {
        cluster: 'prod-1',
        resource: 'gateways.gateway.networking.k8s.io',
        detail: 'gateways is forbidden: User "portal" cannot list resource',
      },
    },
    attemptedAt: ago(2, 'min'),
    items: 0,
    ...overrides,
  };
}

/** What a list has of a subject, from its details. */
export function inList(
  detail: SubjectDetail,
  match: Pick<SubjectForEntity, 'via' | 'ownRoutes'>,
): SubjectForEntity {
  const {
    candidates: _candidates,
    wouldDecide: _wouldDecide,
    evidence: _evidence,
    findings: _findings,
    notExamined: _notExamined,
    whatHappens: _whatHappens,
    whatToDo: _whatToDo,
    commands: _commands,
    targetGroups: _targetGroups,
    targetBindings: _targetBindings,
    backends: _backends,
    tags: _tags,
    detail: _detail,
    drift: _drift,
    firstSeenAt: _firstSeenAt,
    lastSeenAt: _lastSeenAt,
    endedAt: _endedAt,
    controllers: _controllers,
    transitions: _transitions,
    coverage: _coverage,
    ...summary
  } = detail;
  return { ...summary, ...match };
}
