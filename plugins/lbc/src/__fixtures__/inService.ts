import type { SubjectDetail } from '@lbc-backstage/plugin-lbc-common';
import { ago, controller, owner, SCOPE } from './build';

const ARN_BASE = `arn:aws:elasticloadbalancing:${SCOPE.region}:${SCOPE.accountId}`;
const OBJECT = { kind: 'Ingress', namespace: 'shop', name: 'web' };

/** The ALB of Ingress shop/web, attended and healthy. */
export const inService: SubjectDetail = {
  id: 'sub-web',
  kind: 'load-balancer',
  cluster: 'prod-1',
  clusterTag: 'prod-1',
  ...SCOPE,
  vpcId: 'vpc-64bfa4904bb489b62',
  generation: 'lbc',
  family: 'ingress',
  stack: 'shop/web',
  loadBalancer: {
    arn: `${ARN_BASE}:loadbalancer/app/k8s-shop-web-5c8ac0cc82/50dc6c495c0c9188`,
    name: 'k8s-shop-web-5c8ac0cc82',
    dnsName: `k8s-shop-web-5c8ac0cc82-1234567890.${SCOPE.region}.elb.amazonaws.com`,
    type: 'application',
    scheme: 'internet-facing',
    state: 'active',
    createdAt: ago(12, 'd'),
  },
  owners: [owner()],
  ownerCount: 1,
  routeCount: 2,
  controller: 'alive',
  state: 'in-service',
  since: ago(11, 'd'),
  sinceFirstSeen: false,
  because: {
    code: 'state.in-service',
    params: { ...OBJECT, cluster: 'prod-1' },
  },
  facets: {
    serving: 'yes',
    attended: 'controller',
    reconcile: {
      specChangedAt: ago(2, 'd'),
      lastSuccessAt: ago(2, 'd'),
      lagSeconds: 4,
    },
    drift: 'not-examined',
    writes: 'accepted',
  },
  traffic: { code: 'traffic.served', params: { healthy: 4, total: 4 } },
  ifYouDeploy: { code: 'deploy.attended' },
  whoActs: 'nobody',
  targets: { healthy: 4, total: 4, observedAt: ago(40, 's'), unread: 0 },
  observedAt: ago(2, 'min'),
  evidence: [
    {
      message: {
        code: 'evidence.lease-renewed',
        params: { renewedAt: ago(40, 's') },
      },
      source: 'kubernetes',
      observedAt: ago(2, 'min'),
      role: 'supports',
    },
    {
      message: {
        code: 'evidence.deployment',
        params: {
          namespace: 'kube-system',
          name: 'aws-load-balancer-controller',
          ready: 2,
          wanted: 2,
        },
      },
      source: 'kubernetes',
      observedAt: ago(2, 'min'),
      role: 'supports',
    },
  ],
  findings: [],
  notExamined: [{ code: 'gap.drift' }],
  whatHappens: [{ code: 'then.reconciled' }],
  whatToDo: [{ who: 'nobody', message: { code: 'do.nothing' } }],
  commands: [
    {
      tool: 'kubectl',
      purpose: { code: 'command.owner', params: OBJECT },
      text: 'kubectl --context prod-1 -n shop get ingress web -o yaml',
    },
    {
      tool: 'aws',
      purpose: {
        code: 'command.load-balancer',
        params: { name: 'k8s-shop-web-5c8ac0cc82' },
      },
      text: 'aws elbv2 describe-load-balancers --region eu-west-1 --names k8s-shop-web-5c8ac0cc82',
    },
  ],
  targetGroups: [
    {
      arn: `${ARN_BASE}:targetgroup/k8s-shop-api-18c17aeeae/1111111111111111`,
      name: 'k8s-shop-api-18c17aeeae',
      targetType: 'ip',
      protocol: 'HTTP',
      port: 8080,
      health: { observedAt: ago(40, 's'), byState: { healthy: 2 } },
      targetBinding: 'shop/k8s-shop-api-18c17aeeae',
    },
    {
      arn: `${ARN_BASE}:targetgroup/k8s-shop-web-3a65c6b6b7/2222222222222222`,
      name: 'k8s-shop-web-3a65c6b6b7',
      targetType: 'ip',
      protocol: 'HTTP',
      port: 80,
      health: { observedAt: ago(40, 's'), byState: { healthy: 2 } },
      targetBinding: 'shop/k8s-shop-web-3a65c6b6b7',
    },
  ],
  targetBindings: [
    {
      id: 'tgb-api',
      cluster: 'prod-1',
      namespace: 'shop',
      name: 'k8s-shop-api-18c17aeeae',
      targetGroup: 'k8s-shop-api-18c17aeeae',
      subjectId: 'sub-web',
      ownerExists: true,
      state: 'bound',
      because: {
        code: 'binding-state.bound',
        params: { namespace: 'shop', name: 'k8s-shop-api-18c17aeeae' },
      },
      observedAt: ago(2, 'min'),
    },
  ],
  backends: [
    { namespace: 'shop', name: 'api', routes: ['shop.example.com/api'] },
    { namespace: 'shop', name: 'web', routes: ['shop.example.com/'] },
  ],
  tags: {
    'elbv2.k8s.aws/cluster': 'prod-1',
    'ingress.k8s.aws/stack': 'shop/web',
    team: 'checkout',
  },
  firstSeenAt: ago(12, 'd'),
  lastSeenAt: ago(2, 'min'),
  controllers: [controller()],
  transitions: [
    {
      id: 't2',
      from: 'provisioning',
      to: 'in-service',
      at: ago(11, 'd'),
      because: {
        code: 'state.in-service',
        params: { ...OBJECT, cluster: 'prod-1' },
      },
      cause: 'observed',
      evidence: [],
    },
    {
      id: 't1',
      to: 'provisioning',
      at: ago(12, 'd'),
      because: {
        code: 'state.provisioning',
        params: { loadBalancer: 'k8s-shop-web-5c8ac0cc82' },
      },
      cause: 'observed',
      evidence: [],
    },
  ],
  coverage: [],
};
