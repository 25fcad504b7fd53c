import { PROJECTIONS } from '.';
import { isController } from './controllerImage';
import { fieldPaths } from './fieldPaths';
import { specChangedAt } from './specChangedAt';

const metadata = { name: 'web', namespace: 'shop', uid: 'u-1' };

describe('when somebody last changed what an object asks for', () => {
  const at = (hour: number) => `2026-11-24T${hour}:00:00Z`;
  const entry = (
    manager: string,
    hour: number,
    rest: { subresource?: string; fieldsV1?: Record<string, unknown> } = {},
  ) => ({
    manager,
    time: at(hour),
    subresource: undefined,
    fieldsV1: undefined,
    ...rest,
  });

  it('is neither the controller nor status', () => {
    expect(
      specChangedAt([
        entry('kubectl', 10),
        entry('argocd', 11),
        entry('controller', 12),
        entry('kubectl', 13, { subresource: 'status' }),
      ]),
    ).toBe(at(11));
  });

  it('goes by the fields where they are known', () => {
    expect(
      specChangedAt([
        entry('a', 10, { fieldsV1: { 'f:spec': {} } }),
        entry('b', 11, { fieldsV1: { 'f:metadata': { 'f:annotations': {} } } }),
        entry('c', 12, { fieldsV1: { 'f:metadata': { 'f:labels': {} } } }),
      ]),
    ).toBe(at(11));
  });

  it('is not known where nobody says', () => {
    expect(specChangedAt(undefined)).toBeUndefined();
    expect(specChangedAt([entry('controller', 10)])).toBeUndefined();
  });
});

describe('the controller', () => {
  const named = (image: string, name = 'main') => [{ name, image }];

  it.each([
    'public.ecr.aws/eks/aws-load-balancer-controller:v3.5.0',
    'registry.example.com:5000/mirror/amazon-aws-load-balancer-controller',
    'aws-load-balancer-controller@sha256:0123',
    'ghcr.io/x/aws-load-balancer-controller:v2@sha256:0123',
  ])('is known by its image %s', image => {
    expect(isController({ containers: named(image) })).toBe(true);
  });

  it('is known by a container or a label where the image has another name', () => {
    const image = 'registry.example.com/lbc:1';
    expect(isController({ containers: named(image) })).toBe(false);
    expect(
      isController({
        containers: named(image, 'aws-load-balancer-controller'),
      }),
    ).toBe(true);
    expect(
      isController({
        containers: named(image),
        labels: { 'app.kubernetes.io/name': 'aws-load-balancer-controller' },
      }),
    ).toBe(true);
  });

  it.each([
    'nginx-ingress-controller:1',
    'x/aws-load-balancer-controller-exporter:1',
    'x/aws-load-balancer-controller/sidecar:1',
  ])('is not %s', image => {
    expect(isController({ containers: named(image) })).toBe(false);
  });
});

describe('fields of a CRD', () => {
  it('are named as in the release data', () => {
    expect(
      fieldPaths({
        properties: {
          apiVersion: { type: 'string' },
          metadata: { properties: { name: {} } },
          spec: {
            properties: {
              tags: { items: { properties: { key: {} } } },
              labels: { additionalProperties: { type: 'string' } },
              open: { additionalProperties: true },
            },
          },
        },
      }),
    ).toEqual([
      'spec',
      'spec.labels',
      'spec.labels{}',
      'spec.open',
      'spec.tags',
      'spec.tags[]',
      'spec.tags[].key',
    ]);
  });
});

describe('CRDs', () => {
  const crd = (group: string) =>
    PROJECTIONS.customResourceDefinitions.parse({
      metadata: {
        name: `gateways.${group}`,
        uid: 'u',
        creationTimestamp: '2026-01-01T00:00:00Z',
        annotations: {
          'gateway.networking.k8s.io/bundle-version': 'v1.6.0',
          'gateway.networking.k8s.io/channel': 'standard',
        },
      },
      spec: { group, versions: [] },
    }).metadata;

  it('keep what says of which release they are, where that matters', () => {
    expect(crd('gateway.networking.k8s.io')).toMatchObject({
      creationTimestamp: '2026-01-01T00:00:00Z',
      annotations: {
        'gateway.networking.k8s.io/bundle-version': 'v1.6.0',
        'gateway.networking.k8s.io/channel': 'standard',
      },
    });
    expect(crd('example.com').annotations).toBeUndefined();
  });
});

describe('objects', () => {
  it('lose copies of themselves, and keep names as they are', () => {
    const name = '<img src=x onerror=alert(1)>';
    expect(
      PROJECTIONS.ingresses.parse({
        metadata: {
          ...metadata,
          name,
          creationTimestamp: null,
          annotations: {
            'kubectl.kubernetes.io/last-applied-configuration': '{}',
            kept: 'yes',
          },
        },
        spec: { rules: [{ host: 'a', http: null }] },
      }),
    ).toEqual({
      metadata: { ...metadata, name, annotations: { kept: 'yes' } },
      spec: { rules: [{ host: 'a' }] },
    });
  });

  it('of the Gateway API name groups as other objects do', () => {
    const route = PROJECTIONS.httpRoutes.parse({
      metadata,
      spec: {
        parentRefs: [{ group: 'g', kind: 'Gateway', name: 'gw', port: 80 }],
        rules: [{ backendRefs: [{ name: 'svc', port: 80, weight: 1 }] }],
      },
    });
    expect(route.spec?.parentRefs).toEqual([
      { apiGroup: 'g', kind: 'Gateway', name: 'gw', port: 80 },
    ]);
    expect(route.spec?.rules?.[0].backendRefs).toEqual([
      { name: 'svc', port: 80, weight: 1 },
    ]);
  });

  it('keep what decides what the controller builds of them', () => {
    const ports = [
      {
        name: 'http',
        port: 80,
        protocol: 'TCP',
        appProtocol: 'kubernetes.io/h2c',
        nodePort: 30080,
        targetPort: 'web',
      },
    ];
    const service = {
      type: 'LoadBalancer',
      externalTrafficPolicy: 'Local',
      healthCheckNodePort: 31000,
      allocateLoadBalancerNodePorts: true,
      loadBalancerSourceRanges: ['192.0.2.0/24'],
      ipFamilies: ['IPv4'],
      ports,
    };
    expect(
      PROJECTIONS.services.parse({ metadata, spec: service }).spec,
    ).toEqual(service);
    const gateway = {
      gatewayClassName: 'aws-nlb',
      infrastructure: { annotations: { a: 'b' }, labels: { c: 'd' } },
      listeners: [
        {
          name: 'tls',
          port: 443,
          protocol: 'TLS',
          tls: { mode: 'Passthrough' },
          allowedRoutes: {
            kinds: [{ kind: 'TLSRoute' }],
            namespaces: {
              from: 'Selector',
              selector: { matchLabels: { team: 'edge' } },
            },
          },
        },
      ],
    };
    expect(
      PROJECTIONS.gateways.parse({ metadata, spec: gateway }).spec,
    ).toEqual(gateway);
    const rule = {
      matches: [{ path: { type: 'PathPrefix', value: '/' } }],
      filters: [
        { type: 'RequestRedirect', requestRedirect: { scheme: 'https' } },
      ],
    };
    expect(
      PROJECTIONS.httpRoutes.parse({ metadata, spec: { rules: [rule] } }).spec
        ?.rules,
    ).toEqual([rule]);
  });

  it('that are locks keep no data', () => {
    expect(
      PROJECTIONS.configMaps.parse({ metadata, data: { secret: 'x' } }),
    ).toEqual({ metadata });
  });

  it('that are Events keep so much of their message', () => {
    const event = PROJECTIONS.events.parse({
      metadata,
      involvedObject: { kind: 'Ingress', name: 'web' },
      message: 'x'.repeat(5000),
      eventTime: null,
      source: {},
      reportingComponent: 'ingress',
    });
    expect(event.message).toHaveLength(1024);
    expect(event.source).toBe('ingress');
  });

  it('that are the controller keep no value of its environment that is secret', () => {
    const [container] =
      PROJECTIONS.deployments.parse({
        metadata,
        spec: {
          template: {
            spec: {
              containers: [
                {
                  name: 'aws-load-balancer-controller',
                  image: 'x:1',
                  env: [
                    { name: 'AWS_REGION', value: 'eu-west-1' },
                    { name: 'AWS_ACCESS_KEY_ID', value: 'AKIA' },
                    { name: 'AWS_SECRET_ACCESS_KEY', value: 'hunter2' },
                    { name: 'FROM_SECRET', valueFrom: { secretKeyRef: {} } },
                  ],
                },
              ],
            },
          },
        },
      }).spec?.template?.spec?.containers ?? [];
    expect(container.env).toEqual([
      { name: 'AWS_REGION', value: 'eu-west-1' },
      { name: 'AWS_ACCESS_KEY_ID' },
      { name: 'AWS_SECRET_ACCESS_KEY' },
      { name: 'FROM_SECRET' },
    ]);
  });

  it('that are workloads of others keep no containers', () => {
    const deployment = PROJECTIONS.deployments.parse({
      metadata: { ...metadata, annotations: { a: 'b' } },
      spec: {
        replicas: 2,
        template: {
          spec: {
            containers: [
              {
                name: 'shop',
                image: 'shop:1',
                env: [{ name: 'PASSWORD', value: 'hunter2' }],
              },
            ],
          },
        },
      },
    });
    expect(deployment.spec).toEqual({
      replicas: 2,
      template: { spec: { containers: [] } },
    });
    expect(JSON.stringify(deployment)).not.toContain('hunter2');
  });
});
