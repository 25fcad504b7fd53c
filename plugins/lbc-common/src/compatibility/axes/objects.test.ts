import type { IngressObject, ServiceObject } from '../../inventory';
import { renderMessage } from '../../messages';
import { assessed, axisOf, releaseNamed } from '../__testUtils__/assessed';
import { meta } from '../__testUtils__/clusters';
import { fittingCluster } from '../__testUtils__/fittingCluster';
import type { AskedObjects } from '../objectsInUse';

const PREFIX = 'alb.ingress.kubernetes.io';

function ingress(
  annotations: Record<string, string>,
  options: { name?: string } = {},
): IngressObject {
  const { name = 'web' } = options;
  return {
    metadata: meta(name, { namespace: 'shop', annotations }),
    spec: {
      ingressClassName: 'alb',
      defaultBackend: { service: { name: 'web', port: { number: 80 } } },
    },
  };
}

function service(
  annotations: Record<string, string>,
  type = 'ClusterIP',
): ServiceObject {
  return {
    metadata: meta('web', { namespace: 'shop', annotations }),
    spec: { type },
  };
}

async function clusterWith(
  version: string,
  objects: {
    ingresses?: IngressObject[];
    services?: ServiceObject[];
    params?: Record<string, unknown>;
  },
  image?: string,
) {
  const release = await releaseNamed(version);
  return fittingCluster(release, {
    image,
    kinds: {
      ingresses: objects.ingresses ?? [],
      services: objects.services ?? [],
      ingressClasses: [
        {
          metadata: meta('alb', { namespace: '' }),
          spec: {
            controller: 'ingress.k8s.aws/alb',
            ...(objects.params && {
              parameters: { kind: 'IngressClassParams', name: 'alb' },
            }),
          },
        },
      ],
      ...(objects.params && {
        ingressClassParams: [
          { metadata: meta('alb', { namespace: '' }), spec: objects.params },
        ],
      }),
    },
  });
}

const featuresOf = async (
  cluster: Awaited<ReturnType<typeof clusterWith>>,
  asked?: AskedObjects,
) =>
  (await assessed(cluster, asked && { asked }))[0].features.map(
    ({ name, status, nearest }) =>
      [name, status, nearest].filter(each => each !== undefined),
  );

it.each<[string, string, string[]]>([
  ['v2.4.7', 'mutual-authentication', ['not-yet']],
  ['v2.7.0', 'mutual-authentication', ['read']],
  ['v3.5.0', 'scheme', ['read']],
  ['v3.5.0', 'actions.redirect', ['read']],
  ['v2.8.3', 'listener-attributes.HTTP-80', ['not-yet']],
  ['v3.5.0', 'shceme', ['unrecognised', `${PREFIX}/scheme`]],
  ['v3.5.0', 'taregt-type', ['unrecognised', `${PREFIX}/target-type`]],
  ['v3.5.0', 'something-else-entirely', ['unrecognised']],
])('%s and %s: %j', async (version, name, expected) => {
  const cluster = await clusterWith(version, {
    ingresses: [ingress({ [`${PREFIX}/${name}`]: 'x' })],
  });
  expect(await featuresOf(cluster)).toEqual([
    [`${PREFIX}/${name}`, ...expected],
  ]);
});

it('leaves annotations of others alone, and what the controller wrote itself', async () => {
  const cluster = await clusterWith('v3.5.0', {
    ingresses: [
      ingress({
        'nginx.ingress.kubernetes.io/rewrite-target': '/',
        'elbv2.k8s.aws/checkpoint': 'x',
        'example.com/owner': 'me',
      }),
    ],
    services: [
      service({
        'service.beta.kubernetes.io/azure-load-balancer-internal': 'true',
      }),
    ],
  });
  expect(await featuresOf(cluster)).toEqual([]);
  const { status, codes } = await axisOf(cluster, 'objects');
  expect(status).toBe('pass');
  expect(codes).toEqual(['no-feature: pass']);
});

it('says what is ignored on a kind of object', async () => {
  const cluster = await clusterWith('v3.5.0', {
    ingresses: [ingress({})],
    services: [
      service({
        [`${PREFIX}/target-type`]: 'ip',
        [`${PREFIX}/scheme`]: 'internal',
        'service.beta.kubernetes.io/aws-load-balancer-scheme': 'internal',
      }),
    ],
  });
  expect(await featuresOf(cluster)).toEqual([
    [`${PREFIX}/scheme`, 'ignored'],
    ['service.beta.kubernetes.io/aws-load-balancer-scheme', 'ignored'],
    [`${PREFIX}/target-type`, 'read'],
  ]);
});

it('compares fields of a custom object with the schema of the release', async () => {
  const params = {
    scheme: 'internal',
    tags: [{ key: 'a', value: 'b' }],
    certificateArn: ['arn'],
    oops: true,
  };
  expect(
    await featuresOf(
      await clusterWith('v2.4.7', { ingresses: [ingress({})], params }),
    ),
  ).toEqual([
    ['IngressClassParams spec.oops', 'unrecognised'],
    ['IngressClassParams spec.certificateArn', 'not-yet'],
    ['IngressClassParams spec.scheme', 'read'],
    ['IngressClassParams spec.tags[].key', 'read'],
    ['IngressClassParams spec.tags[].value', 'read'],
  ]);
});

it('names what to change, and who', async () => {
  const cluster = await clusterWith('v2.4.7', {
    ingresses: [
      ingress({ [`${PREFIX}/shceme`]: 'internal' }),
      ingress({ [`${PREFIX}/mutual-authentication`]: '[]' }, { name: 'api' }),
    ],
  });
  const { status, axis } = await axisOf(cluster, 'objects');
  expect(status).toBe('warn');
  expect(axis.findings.map(({ message }) => renderMessage(message))).toEqual([
    'No known release reads alb.ingress.kubernetes.io/shceme, which Ingress shop/web uses: alb.ingress.kubernetes.io/scheme may be meant.',
    'v2.4.7 does not know alb.ingress.kubernetes.io/mutual-authentication yet, which Ingress shop/api uses: it is ignored until v2.7.0.',
  ]);
  expect(axis.findings.map(({ remedy }) => remedy?.[0].who)).toEqual([
    'you',
    'platform',
  ]);
});

it('knows of no annotation whether a release reads it that is not known', async () => {
  const cluster = await clusterWith(
    'v3.5.0',
    { ingresses: [ingress({ [`${PREFIX}/scheme`]: 'internal' })] },
    'aws-load-balancer-controller:latest',
  );
  const { status, codes } = await axisOf(cluster, 'objects');
  expect(status).toBe('unknown');
  expect(codes).toEqual(['feature-unknown: unknown']);
});

it('names only what is asked about', async () => {
  const cluster = await clusterWith('v3.5.0', {
    ingresses: [
      ingress({ [`${PREFIX}/scheme`]: 'internal' }),
      ingress({ [`${PREFIX}/secret-of-others`]: 'x' }, { name: 'other' }),
    ],
    services: [service({ [`${PREFIX}/target-type`]: 'ip' })],
  });
  expect(
    await featuresOf(cluster, {
      owners: [{ kind: 'Ingress', namespace: 'shop', name: 'web' }],
      othersToo: false,
    }),
  ).toEqual([
    [`${PREFIX}/scheme`, 'read'],
    [`${PREFIX}/target-type`, 'read'],
  ]);
  expect(
    await featuresOf(cluster, {
      owners: [{ kind: 'Service', namespace: 'shop', name: 'web' }],
      othersToo: false,
    }),
  ).toEqual([[`${PREFIX}/target-type`, 'read']]);
});
