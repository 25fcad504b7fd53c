import type { SubjectDetail } from '@lbc-backstage/plugin-lbc-common';
import { ago, controller, owner } from './build';
import { inService } from './inService';

const OBJECT = { kind: 'Ingress', namespace: 'shop', name: 'web' };
const FINALIZERS = ['ingress.k8s.aws/resources'];
const WEBHOOKS = ['vingress.elbv2.k8s.aws'];
const SERVICE = 'kube-system/aws-load-balancer-webhook-service';

const goneController = controller({
  replicas: { wanted: 0, ready: 0 },
  liveness: 'gone',
  leaseRenewedAt: ago(3, 'h'),
  because: {
    code: 'controller.scaled-to-zero',
    params: { namespace: 'kube-system', name: 'aws-load-balancer-controller' },
  },
});

/** Served, but the controller has been gone for three hours. */
export const unattended: SubjectDetail = {
  ...inService,
  state: 'unattended',
  since: ago(3, 'h'),
  controller: 'gone',
  controllers: [goneController],
  owners: [owner({ state: 'unattended' })],
  because: {
    code: 'state.unattended',
    params: { cluster: 'prod-1', goneAt: ago(3, 'h') },
  },
  facets: { ...inService.facets, attended: 'nobody', writes: 'refused' },
  traffic: { code: 'traffic.partly', params: { healthy: 3, total: 4 } },
  ifYouDeploy: { code: 'deploy.unattended', params: { cluster: 'prod-1' } },
  whoActs: 'platform',
  evidence: [
    {
      message: {
        code: 'controller.scaled-to-zero',
        params: {
          namespace: 'kube-system',
          name: 'aws-load-balancer-controller',
        },
      },
      source: 'kubernetes',
      observedAt: ago(2, 'min'),
      role: 'supports',
    },
    {
      message: {
        code: 'evidence.lease-not-renewed',
        params: { renewedAt: ago(3, 'h') },
      },
      source: 'kubernetes',
      observedAt: ago(2, 'min'),
      role: 'supports',
    },
    {
      message: {
        code: 'evidence.webhook-without-endpoints',
        params: { service: SERVICE, webhooks: WEBHOOKS },
      },
      source: 'kubernetes',
      observedAt: ago(2, 'min'),
      role: 'context',
    },
  ],
  findings: [
    {
      code: 'webhook-dead',
      failureModes: ['F1', 'O1'],
      title: { code: 'finding.webhook-dead' },
      messages: [
        {
          code: 'then.writes-refused',
          params: { resources: ['ingresses', 'targetgroupbindings'] },
        },
        { code: 'finding.webhook-dead.is' },
      ],
      who: 'platform',
      whatToDo: { code: 'finding.webhook-dead.do' },
      evidence: [
        {
          message: {
            code: 'evidence.webhook-without-endpoints',
            params: { service: SERVICE, webhooks: WEBHOOKS },
          },
          source: 'kubernetes',
          observedAt: ago(2, 'min'),
          role: 'blocks',
        },
      ],
    },
  ],
  whatHappens: [
    { code: 'then.pods-lose-targets' },
    { code: 'then.gates-wait' },
    { code: 'then.deletion-would-hang', params: OBJECT },
    {
      code: 'then.writes-refused',
      params: { resources: ['ingresses', 'targetgroupbindings'] },
    },
  ],
  whatToDo: [
    {
      who: 'platform',
      message: { code: 'do.start-controller', params: { cluster: 'prod-1' } },
    },
    { who: 'you', message: { code: 'do.do-not-delete', params: OBJECT } },
  ],
  targets: { ...inService.targets, healthy: 3 },
  targetGroups: [
    {
      ...inService.targetGroups[0],
      health: {
        observedAt: ago(40, 's'),
        byState: { healthy: 1, unhealthy: 1 },
      },
      notHealthy: [
        {
          id: '10.0.12.34',
          port: 8080,
          state: 'unhealthy',
          reason: 'Target.Timeout',
          description: 'Request timed out',
        },
      ],
    },
    inService.targetGroups[1],
  ],
  targetBindings: inService.targetBindings.map(binding => ({
    ...binding,
    state: 'unattended',
    because: {
      code: 'binding-state.unattended',
      params: { namespace: binding.namespace, name: binding.name },
    },
  })),
  transitions: [
    {
      id: 't3',
      from: 'in-service',
      to: 'unattended',
      at: ago(3, 'h'),
      because: {
        code: 'state.unattended',
        params: { cluster: 'prod-1', goneAt: ago(3, 'h') },
      },
      cause: 'observed',
      evidence: [],
    },
    ...inService.transitions,
  ],
};

/** Its deletion was asked for and two things are in the way. */
export const stuckDeleting: SubjectDetail = {
  ...unattended,
  state: 'stuck-deleting',
  since: ago(1, 'h'),
  because: { code: 'state.stuck-deleting', params: { ...OBJECT, blockers: 2 } },
  owners: [owner({ state: 'stuck-deleting', deletionTimestamp: ago(1, 'h') })],
  ifYouDeploy: { code: 'deploy.leaving' },
  evidence: [
    {
      message: {
        code: 'blocker.no-controller',
        params: { ...OBJECT, finalizers: FINALIZERS },
      },
      source: 'kubernetes',
      observedAt: ago(2, 'min'),
      role: 'blocks',
    },
    {
      message: {
        code: 'blocker.webhook',
        params: { ...OBJECT, webhooks: WEBHOOKS, service: SERVICE },
      },
      source: 'kubernetes',
      observedAt: ago(2, 'min'),
      role: 'blocks',
    },
    {
      message: {
        code: 'evidence.deletion-asked',
        params: { ...OBJECT, deletedAt: ago(1, 'h'), finalizers: FINALIZERS },
      },
      source: 'kubernetes',
      observedAt: ago(2, 'min'),
      role: 'supports',
    },
  ],
  whatHappens: [
    { code: 'then.keeps-billing' },
    { code: 'then.finalizer-waits', params: OBJECT },
    { code: 'then.removing-finalizer-orphans' },
  ],
  whatToDo: [
    {
      who: 'platform',
      message: {
        code: 'do.start-controller-to-delete',
        params: { cluster: 'prod-1' },
      },
    },
    { who: 'you', message: { code: 'do.keep-finalizer' } },
  ],
  transitions: [
    {
      id: 't4',
      from: 'unattended',
      to: 'stuck-deleting',
      at: ago(1, 'h'),
      because: {
        code: 'state.stuck-deleting',
        params: { ...OBJECT, blockers: 2 },
      },
      cause: 'observed',
      evidence: [],
    },
    ...unattended.transitions,
  ],
};

/** Its owner is gone for good, and this portal saw both together. */
export const orphaned: SubjectDetail = {
  ...unattended,
  state: 'orphaned',
  grade: 'witnessed',
  since: ago(20, 'min'),
  controllers: [],
  because: {
    code: 'state.orphaned',
    params: {
      loadBalancer: 'k8s-shop-web-5c8ac0cc82',
      stack: 'Ingress shop/web',
      cluster: 'prod-1',
    },
  },
  owners: [owner({ exists: false, state: 'orphaned' })],
  ifYouDeploy: { code: 'deploy.no-owner' },
  whoActs: 'you',
  evidence: [
    {
      message: {
        code: 'proof.sightings',
        params: { firstAt: ago(40, 'min'), lastAt: ago(20, 'min') },
      },
      source: 'kubernetes',
      observedAt: ago(2, 'min'),
      role: 'supports',
    },
    {
      message: {
        code: 'evidence.owner-witnessed',
        params: { ...OBJECT, lastSeenAt: ago(1, 'h') },
      },
      source: 'history',
      role: 'supports',
    },
  ],
  whatHappens: [
    { code: 'then.nobody-deletes' },
    { code: 'then.keeps-billing' },
    { code: 'then.may-still-serve' },
  ],
  whatToDo: [
    { who: 'you', message: { code: 'do.recreate-and-delete', params: OBJECT } },
    {
      who: 'platform',
      message: {
        code: 'do.check-before-cleaning',
        params: { loadBalancer: 'k8s-shop-web-5c8ac0cc82' },
      },
    },
  ],
};

/** Nothing decides yet; what would is said. */
export const unknown: SubjectDetail = {
  ...unattended,
  state: 'unknown',
  since: ago(20, 'min'),
  sinceFirstSeen: true,
  controller: 'unknown',
  controllers: [],
  because: {
    code: 'need.second-sighting',
    params: { waitSeconds: 900, firstAt: ago(5, 'min') },
  },
  owners: [owner({ exists: false, state: 'unknown' })],
  ifYouDeploy: { code: 'deploy.unknown' },
  traffic: { code: 'traffic.unknown' },
  facets: { ...inService.facets, serving: 'unknown', attended: 'unknown' },
  candidates: ['orphaned', 'in-service'],
  wouldDecide: [{ code: 'need.controller-evidence' }],
  notExamined: [{ code: 'gap.events' }, { code: 'gap.drift' }],
  evidence: [],
  whatHappens: [],
  whatToDo: [{ who: 'platform', message: { code: 'do.let-us-see' } }],
  targets: { healthy: 0, total: 0, unread: 2 },
  targetGroups: inService.targetGroups.map(({ health, ...group }) => group),
};

/** An ALB of a group: three teams, of which this entity has two paths. */
export const shared: SubjectDetail = {
  ...inService,
  id: 'sub-edge',
  stack: 'edge',
  since: ago(12, 'd'),
  loadBalancer: {
    arn: 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/k8s-edge-3273337624/60dc6c495c0c9188',
    name: 'k8s-edge-3273337624',
    dnsName: 'k8s-edge-3273337624-987654321.eu-west-1.elb.amazonaws.com',
    type: 'application',
    scheme: 'internet-facing',
    state: 'active',
    createdAt: ago(90, 'd'),
  },
  owners: [
    owner({ namespace: 'shop', name: 'edge-shop' }),
    owner({ namespace: 'search', name: 'edge-search' }),
    owner({
      namespace: 'blog',
      name: 'edge-blog',
      state: 'stuck-deleting',
      deletionTimestamp: ago(2, 'h'),
    }),
  ],
  ownerCount: 5,
  routeCount: 14,
  because: {
    code: 'state.in-service-group',
    params: { owners: 5, stack: 'edge', cluster: 'prod-1' },
  },
  backends: [
    {
      namespace: 'shop',
      name: 'api',
      routes: ['shop.example.com/api', 'shop.example.com/img'],
    },
    { namespace: 'search', name: 'web', routes: ['search.example.com/'] },
  ],
};
