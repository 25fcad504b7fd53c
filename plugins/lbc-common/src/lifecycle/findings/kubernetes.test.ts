import {
  Cases,
  all,
  annotated,
  deleted,
  ingresses,
  shows,
  subjectsOf,
  warning,
} from './__testUtils__/situation';

const WEB = { kind: 'Ingress', namespace: 'shop', name: 'web' };
const leaving = ingresses(deleted);
const bare = ingresses(({ metadata, ...rest }) => ({
  ...rest,
  metadata: { ...metadata, finalizers: [] },
}));
const X509 =
  'Failed deploy model due to Internal error occurred: failed calling webhook "mtargetgroupbinding.elbv2.k8s.aws": failed to call webhook: Post "https://…": tls: failed to verify certificate: x509: certificate signed by unknown authority';

const CASES: Cases = {
  'controller-gone': {
    holds: { world: 'ingress-alb', steps: [0, 2] },
    // The Ingress is not being deleted.
    not: { world: 'ingress-alb', steps: [0, 1] },
  },
  'controller-uninstalled': {
    holds: {
      world: 'ingress-alb',
      steps: [0, 1],
      kinds: ({ deployments, leases }) => ({
        deployments: deployments && { ...deployments, items: [] },
        leases: leases && { ...leases, items: [] },
      }),
    },
    // Deployments were not read, so nobody knows whether there is one.
    not: {
      world: 'ingress-alb',
      steps: [0, 1],
      kinds: ({ deployments, leases }) => ({
        deployments: deployments && {
          ...deployments,
          coverage: 'denied',
          items: [],
        },
        leases: leases && { ...leases, items: [] },
      }),
    },
  },
  'webhook-dead': {
    holds: { world: 'ingress-alb', steps: [0, 1] },
    // EndpointSlices were not read.
    not: {
      world: 'ingress-alb',
      steps: [0, 1],
      kinds: ({ endpointSlices }) => ({
        endpointSlices: endpointSlices && {
          ...endpointSlices,
          coverage: 'failed',
        },
      }),
    },
  },
  'service-webhook-dead': {
    holds: { world: 'ingress-alb', steps: [0, 1] },
    not: {
      world: 'ingress-alb',
      steps: [0, 1],
      kinds: ({ mutatingWebhookConfigurations: kind }) => ({
        mutatingWebhookConfigurations: kind && {
          ...kind,
          items: kind.items.map(each => ({
            ...each,
            webhooks: each.webhooks?.filter(
              ({ name }) => !name.startsWith('mservice'),
            ),
          })),
        },
      }),
    },
  },
  'webhook-certificate': {
    holds: {
      world: 'ingress-alb',
      kinds: warning(WEB, 'FailedDeployModel', X509),
    },
    // Another product's webhook.
    not: {
      world: 'ingress-alb',
      kinds: warning(
        WEB,
        'FailedDeployModel',
        X509.replace('elbv2.k8s.aws', 'kyverno.svc'),
      ),
    },
  },
  'class-missing': {
    holds: {
      world: 'ingress-alb',
      kinds: ({ ingressClasses }) => ({
        ingressClasses: ingressClasses && { ...ingressClasses, items: [] },
      }),
    },
    // Classes were not read.
    not: {
      world: 'ingress-alb',
      kinds: ({ ingressClasses }) => ({
        ingressClasses: ingressClasses && {
          ...ingressClasses,
          coverage: 'denied',
          items: [],
        },
      }),
    },
  },
  'gateway-class-missing': {
    holds: {
      world: 'gateway-alb',
      kinds: ({ gatewayClasses }) => ({
        gatewayClasses: gatewayClasses && { ...gatewayClasses, items: [] },
      }),
    },
    not: {
      world: 'gateway-alb',
      kinds: ({ gatewayClasses }) => ({
        gatewayClasses: gatewayClasses && {
          ...gatewayClasses,
          coverage: 'partial',
          items: [],
        },
      }),
    },
  },
  'namespace-terminating': {
    holds: {
      world: 'ingress-alb',
      kinds: all(leaving, ({ namespaces }) => ({
        namespaces: namespaces && {
          ...namespaces,
          items: namespaces.items.map(each =>
            each.metadata.name === 'shop' ? deleted(each) : each,
          ),
        },
      })),
    },
    not: { world: 'ingress-alb', kinds: leaving },
  },
  'left-scope': {
    holds: {
      world: 'ingress-alb',
      kinds: ingresses(each =>
        annotated(each, { 'kubernetes.io/ingress.class': 'nginx' }),
      ),
    },
    // It is being deleted, which is another thing.
    not: {
      world: 'ingress-alb',
      kinds: ingresses(each =>
        deleted(annotated(each, { 'kubernetes.io/ingress.class': 'nginx' })),
      ),
    },
  },
  'dead-host-name': {
    holds: {
      world: 'ingress-alb',
      kinds: ingresses(each =>
        annotated(each, { 'kubernetes.io/ingress.class': 'nginx' }),
      ),
    },
    // The status names nothing.
    not: {
      world: 'ingress-alb',
      steps: [0, 0],
      kinds: ingresses(each => ({
        ...annotated(each, { 'kubernetes.io/ingress.class': 'nginx' }),
        status: {},
      })),
    },
  },
  'moved-between-groups': {
    holds: {
      world: 'ingress-alb',
      kinds: ingresses(each =>
        annotated(each, { 'alb.ingress.kubernetes.io/group.name': 'edge' }),
      ),
    },
    // One member leaves, and the other one keeps the load balancer.
    not: {
      world: 'ingress-group',
      kinds: ingresses(each =>
        each.metadata.namespace === 'blog'
          ? annotated(each, { 'alb.ingress.kubernetes.io/group.name': 'own' })
          : each,
      ),
    },
  },
  'finalizer-stripped': {
    holds: { world: 'ingress-alb', kinds: bare },
    // Without a controller nobody has had the time to set one.
    not: { world: 'ingress-alb', steps: [0, 1], kinds: bare },
  },
  'finalizer-removed': {
    holds: { world: 'ingress-alb', steps: [0, 3] },
    // Its owner was never seen with it.
    not: { world: 'ingress-alb', steps: [3] },
  },
  'bindings-left-behind': {
    holds: { world: 'ingress-alb', steps: [0, 3] },
    not: {
      world: 'ingress-alb',
      steps: [0, 3],
      kinds: ({ targetGroupBindings: kind }) => ({
        targetGroupBindings: kind && { ...kind, items: [] },
      }),
    },
  },
  'owner-recreated': {
    holds: { world: 'recreated-owner', steps: [0, 1, 3] },
    not: { world: 'recreated-owner', steps: [0] },
  },
  'two-controllers': {
    holds: { world: 'ingress-alb', kinds: second(2) },
    // One of them is scaled to 0, as in a move from one to the other.
    not: { world: 'ingress-alb', kinds: second(0) },
  },
  'backend-missing': {
    holds: {
      world: 'ingress-alb',
      kinds: ({ services }) => ({
        services: services && {
          ...services,
          items: services.items.filter(
            ({ metadata }) => metadata.name !== 'api',
          ),
        },
      }),
    },
    not: {
      world: 'ingress-alb',
      kinds: ({ services }) => ({
        services: services && { ...services, coverage: 'partial', items: [] },
      }),
    },
  },
  'crd-outdated': {
    holds: { world: 'ingress-alb', kinds: bindingFields(['spec.vpcID']) },
    // Fields of the schema were not kept.
    not: { world: 'ingress-alb', kinds: bindingFields([]) },
  },
};

type Change = NonNullable<Cases[string]['holds']['kinds']>;

function second(replicas: number): Change {
  return ({ deployments }) => ({
    deployments: deployments && {
      ...deployments,
      items: [
        ...deployments.items,
        ...deployments.items
          .filter(({ metadata }) => /load-balancer/.test(metadata.name))
          .map(each => ({
            ...each,
            metadata: { ...each.metadata, name: 'second-load-balancer' },
            spec: { ...each.spec, replicas },
          })),
      ],
    },
  });
}

function bindingFields(fields: string[]): Change {
  return ({ customResourceDefinitions: kind }) => ({
    customResourceDefinitions: kind && {
      ...kind,
      items: kind.items.map(each =>
        each.metadata.name.startsWith('targetgroupbindings.elbv2')
          ? {
              ...each,
              spec: { versions: [{ name: 'v1beta1', served: true, fields }] },
            }
          : each,
      ),
    },
  });
}

describe.each(Object.entries(CASES))('%s', (code, { holds, not }) => {
  it('is found where it is', () => {
    expect(shows(holds, code)).toBe(true);
  });

  it('is not found where it is not', () => {
    expect(shows(not, code)).toBe(false);
  });
});

it('writes are refused where the certificate is', () => {
  const { holds } = CASES['webhook-certificate'];
  expect(subjectsOf(holds)[0].facets.writes).toBe('refused');
});
