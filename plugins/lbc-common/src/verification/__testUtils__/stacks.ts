import type { StackDetail } from '../../inventory/detail';
import type {
  BaselineCluster,
  BaselineStack,
  VerificationContext,
} from '../types';

export const BASELINE_AT = '2026-11-24T10:00:00.000Z';
export const TOOK_OVER_AT = '2026-11-24T11:00:00.500Z';
export const SUCCESS_AT = '2026-11-24T11:00:01.000Z';
export const READ_AT = '2026-11-24T11:30:00.000Z';

const ARN = 'arn:aws:elasticloadbalancing:eu-west-1:123456789012';

/** A load balancer of two Ingresses, with rules, target groups, tags and targets. */
export function stackOf(
  index: number,
  at: { readAt: string; successAt: string },
): BaselineStack {
  const name = `k8s-shop-${index}`;
  const arn = `${ARN}:loadbalancer/app/${name}/1`;
  const groups = ['web', 'api'].map(service => ({
    service,
    name: `${name}-${service}`,
    arn: `${ARN}:targetgroup/${name}-${service}/1`,
  }));
  const tracking = (resource: string) => ({
    'elbv2.k8s.aws/cluster': 'prod-1',
    'ingress.k8s.aws/stack': `group-${index}`,
    'ingress.k8s.aws/resource': resource,
    team: 'shop',
  });
  const listener = `${arn}/listener/443`;
  const detail: StackDetail = {
    loadBalancerArn: arn,
    observedAt: at.readAt,
    loadBalancer: {
      arn,
      name,
      dnsName: `${name}.elb.amazonaws.com`,
      type: 'application',
      scheme: 'internal',
      state: { code: 'active' },
      availabilityZones: [{ subnetId: 'subnet-a' }, { subnetId: 'subnet-b' }],
      securityGroups: ['sg-1', 'sg-2'],
    },
    loadBalancerAttributes: {
      'idle_timeout.timeout_seconds': '60',
      'routing.http2.enabled': 'true',
    },
    listeners: [
      {
        arn: listener,
        port: 443,
        protocol: 'HTTPS',
        sslPolicy: 'ELBSecurityPolicy-2016-08',
        certificateArn: 'cert-1',
        extraCertificateArns: ['cert-2', 'cert-3'],
        attributes: { 'routing.http.response.server.enabled': 'true' },
        defaultActions: [
          { type: 'fixed-response', fixedResponse: { statusCode: '404' } },
        ],
        rules: groups.map(({ service, arn: group }, at_) => ({
          arn: `${arn}/rule/${service}`,
          priority: at_ + 1,
          conditions: [
            { field: 'host-header', values: [`${service}.example.com`] },
            { field: 'path-pattern', values: ['/b', '/a'] },
          ],
          actions: [{ type: 'forward', targetGroups: [{ arn: group }] }],
          transforms: [],
        })),
      },
    ],
    targetGroups: groups.map(group => ({
      targetGroup: {
        arn: group.arn,
        name: group.name,
        protocol: 'HTTP',
        port: 80,
        targetType: 'ip',
        loadBalancerArns: [arn],
        healthCheck: { path: '/', intervalSeconds: 15 },
      },
      attributes: { 'deregistration_delay.timeout_seconds': '300' },
      health: {
        targetGroupArn: group.arn,
        observedAt: at.readAt,
        targets: ['10.0.0.1', '10.0.0.2'].map(id => ({
          id,
          port: 8080,
          state: 'healthy',
        })),
      },
    })),
    securityGroups: [
      {
        id: 'sg-1',
        name: `${name}-managed`,
        tags: tracking('ManagedLBSecurityGroup'),
        ingress: [
          { protocol: 'tcp', fromPort: 443, toPort: 443, source: '0.0.0.0/0' },
          { protocol: 'tcp', fromPort: 443, toPort: 443, source: '::/0' },
        ],
      },
    ],
    tags: Object.fromEntries([
      [arn, tracking('LoadBalancer')],
      [listener, tracking('443')],
      ...groups.map(({ arn: group, service }) => [
        group,
        tracking(`shop/${service}-ing-${service}:80`),
      ]),
      ...groups.map(({ service }, at_) => [
        `${arn}/rule/${service}`,
        tracking(`443:${at_ + 1}`),
      ]),
    ]),
    notRead: [],
  };
  return {
    subjectId: `subject-${index}`,
    loadBalancerArn: arn,
    name,
    dnsName: `${name}.elb.amazonaws.com`,
    detail,
    owners: groups.map(({ service }) => ({
      kind: 'Ingress',
      namespace: 'shop',
      name: `${service}-ing`,
      uid: `uid-${index}-${service}`,
      finalizers: [`group.ingress.k8s.aws/group-${index}`],
      specHash: `spec-${service}`,
      hosts: [`${service}.example.com`],
      conditions: [],
      lastSuccessAt: at.successAt,
    })),
    inputs: groups.map(({ service }) => ({
      kind: 'Service',
      namespace: 'shop',
      name: service,
      specHash: `service-${service}`,
    })),
    readyEndpoints: Object.fromEntries(
      groups.map(group => [group.name, ['10.0.0.1:8080', '10.0.0.2:8080']]),
    ),
  };
}

export function clusterOf(
  more: Partial<BaselineCluster> = {},
): BaselineCluster {
  return {
    observedAt: BASELINE_AT,
    controllers: [
      {
        namespace: 'kube-system',
        name: 'aws-load-balancer-controller',
        version: 'v2.17.1',
        image: 'aws-load-balancer-controller:v2.17.1',
      },
    ],
    leader: {
      holder: 'old',
      since: '2026-11-20T00:00:00.000Z',
      fresh: true,
    },
    crds: {
      'targetgroupbindings.elbv2.k8s.aws': {
        versions: {
          v1beta1: {
            served: true,
            storage: true,
            fields: ['spec', 'spec.targetType'],
          },
        },
        storedVersions: ['v1beta1'],
      },
    },
    webhooks: {
      'vingress.elbv2.k8s.aws': {
        failurePolicy: 'Fail',
        caBundleHash: 'ca-1',
        admissionReviewVersions: ['v1beta1'],
        rules: ['CREATE/UPDATE ingresses (networking.k8s.io)'],
      },
    },
    classes: { 'IngressClass/alb': { uid: '1', specHash: 'class' } },
    ...more,
  };
}

/** An upgrade that went well: a new leader of the next release. */
export function upgraded(
  more: Partial<VerificationContext> = {},
): VerificationContext {
  return {
    baselineAt: BASELINE_AT,
    before: clusterOf(),
    after: clusterOf({
      observedAt: READ_AT,
      controllers: [
        {
          namespace: 'kube-system',
          name: 'aws-load-balancer-controller',
          version: 'v3.5.0',
          image: 'aws-load-balancer-controller:v3.5.0',
        },
      ],
      leader: { holder: 'new', since: TOOK_OVER_AT, fresh: true },
    }),
    listed: true,
    owners: [],
    ...more,
  };
}

/** A baseline of so many stacks, and the same stacks after the upgrade. */
export function stacks(count: number): {
  before: BaselineStack[];
  after: BaselineStack[];
} {
  const indices = Array.from({ length: count }, (_, index) => index);
  return {
    before: indices.map(index =>
      stackOf(index, {
        readAt: BASELINE_AT,
        successAt: '2026-11-24T09:00:00.000Z',
      }),
    ),
    after: indices.map(index =>
      stackOf(index, { readAt: READ_AT, successAt: SUCCESS_AT }),
    ),
  };
}
