import type { JsonObject } from 'lbc-sandbox';
import { ListChanges, objectOf } from './clusterCopy';

/** What nobody may find again: each stands where something secret may stand. */
export const CANARIES = {
  secret: 'canary-of-a-secret-5d1f',
  secretName: 'canary-name-of-a-secret-77aa',
  environment: 'canary-of-an-environment-9c02',
  foreignEnvironment: 'canary-of-another-pod-41be',
  lastApplied: 'canary-of-a-copy-e3d8',
} as const;

const listOf = (value: unknown): JsonObject[] =>
  Array.isArray(value) ? value.map(objectOf) : [];

function withContainers(
  spec: JsonObject,
  change: (container: JsonObject) => JsonObject,
): JsonObject {
  return { ...spec, containers: listOf(spec.containers).map(change) };
}

const withEnvironment = (container: JsonObject): JsonObject => ({
  ...container,
  env: [
    ...listOf(container.env),
    { name: 'AWS_SECRET_ACCESS_KEY', value: CANARIES.environment },
    { name: 'DB_PASSWORD', value: CANARIES.environment },
    {
      name: 'FROM',
      valueFrom: { secretKeyRef: { name: CANARIES.secretName, key: 'token' } },
    },
  ],
});

const isController = (item: JsonObject) =>
  JSON.stringify(item).includes('aws-load-balancer-controller');

const withCopy = (items: JsonObject[]) =>
  items.map(item => {
    const metadata = objectOf(item.metadata);
    return {
      ...item,
      metadata: {
        ...metadata,
        annotations: {
          ...objectOf(metadata.annotations),
          'kubectl.kubernetes.io/last-applied-configuration': JSON.stringify({
            data: CANARIES.lastApplied,
          }),
        },
      },
    };
  });

/** Lists of a cluster in which something secret stands everywhere it may. */
export const canaryLists: ListChanges = {
  'api/v1/secrets': () => [
    {
      metadata: {
        namespace: 'kube-system',
        name: CANARIES.secretName,
        uid: '33333333-3333-4333-8333-333333333333',
        resourceVersion: '1',
      },
      type: 'Opaque',
      data: { token: CANARIES.secret },
    },
  ],
  'apis/apps/v1/deployments': items =>
    items.map(item => {
      const spec = objectOf(item.spec);
      const template = objectOf(spec.template);
      const change = isController(item)
        ? withEnvironment
        : (container: JsonObject) => ({
            ...container,
            env: [{ name: 'PLAIN', value: CANARIES.foreignEnvironment }],
          });
      return {
        ...item,
        spec: {
          ...spec,
          template: {
            ...template,
            spec: withContainers(objectOf(template.spec), change),
          },
        },
      };
    }),
  'api/v1/pods': items =>
    items.map(item => ({
      ...item,
      spec: withContainers(objectOf(item.spec), withEnvironment),
    })),
  'api/v1/serviceaccounts': items =>
    items.map(item => ({ ...item, secrets: [{ name: CANARIES.secretName }] })),
  'api/v1/services': withCopy,
  'apis/networking.k8s.io/v1/ingresses': withCopy,
};
