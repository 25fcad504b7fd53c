import type { JsonObject } from 'lbc-sandbox';
import { ListChanges, objectOf } from './clusterCopy';

const listOf = (value: unknown): JsonObject[] =>
  Array.isArray(value) ? value.map(objectOf) : [];

function annotated(item: JsonObject, annotations: JsonObject): JsonObject {
  const metadata = objectOf(item.metadata);
  return {
    ...item,
    metadata: {
      ...metadata,
      annotations: { ...objectOf(metadata.annotations), ...annotations },
    },
  };
}

/** What a shell, `kubectl` or `aws` might take for more than a name. */
export const STACKS: readonly string[] = [
  'shop/--server=http://TRAP',
  '--kubeconfig=/tmp/x/web',
  'shop/$(touch pwned)',
  "shop/'; touch pwned; '",
  'shop/`touch pwned`',
  'shop/web\n touch pwned\n',
  'shop/\u0003\ntouch pwned\n',
];

/** Lists in which every address that may stand anywhere is a trap's. */
export function trapLists(host: string): {
  kubernetes: ListChanges;
  aws: ListChanges;
} {
  const url = `http://${host}/`;
  const oidc = JSON.stringify({
    issuer: url,
    authorizationEndpoint: url,
    tokenEndpoint: url,
    userInfoEndpoint: url,
    secretName: 'oidc',
  });
  const webhooks = (items: JsonObject[]) =>
    items.map(item => ({
      ...item,
      webhooks: listOf(item.webhooks).map(webhook => ({
        ...webhook,
        clientConfig: { url, caBundle: '' },
      })),
    }));
  const withTags = (items: JsonObject[]) =>
    items.map(item => ({
      ...item,
      Tags: [...listOf(item.Tags), { Key: 'homepage', Value: url }],
    }));
  const admission = 'apis/admissionregistration.k8s.io/v1';
  return {
    kubernetes: {
      [`${admission}/mutatingwebhookconfigurations`]: webhooks,
      [`${admission}/validatingwebhookconfigurations`]: webhooks,
      'api/v1/services': items =>
        items.map(item =>
          annotated(item, {
            'service.beta.kubernetes.io/aws-load-balancer-healthcheck-path':
              url,
          }),
        ),
      'api/v1/serviceaccounts': items =>
        items.map(item =>
          annotated(item, {
            'eks.amazonaws.com/role-arn': `arn:aws:iam::666666666666:role/${host}`,
            'eks.amazonaws.com/sts-regional-endpoints': url,
          }),
        ),
      'apis/networking.k8s.io/v1/ingresses': items =>
        items.map(item => ({
          ...annotated(item, {
            'alb.ingress.kubernetes.io/auth-idp-oidc': oidc,
            'alb.ingress.kubernetes.io/actions.away': JSON.stringify({
              type: 'redirect',
              redirectConfig: { host },
            }),
          }),
          spec: {
            ...objectOf(item.spec),
            rules: [
              ...listOf(objectOf(item.spec).rules),
              { host, http: { paths: [] } },
            ],
          },
        })),
      'apis/apps/v1/deployments': items =>
        items.map(item => {
          const spec = objectOf(item.spec);
          const template = objectOf(spec.template);
          const pod = objectOf(template.spec);
          const containers = listOf(pod.containers).map(container => ({
            ...container,
            args: [
              ...(Array.isArray(container.args) ? container.args : []),
              `--aws-api-endpoints=elasticloadbalancing=${url}`,
            ],
          }));
          return {
            ...item,
            spec: {
              ...spec,
              template: { ...template, spec: { ...pod, containers } },
            },
          };
        }),
    },
    aws: {
      'elbv2/DescribeTags#TagDescriptions': withTags,
      'resourcegroupstaggingapi/GetResources#ResourceTagMappingList': withTags,
    },
  };
}

/** Lets the tags of a load balancer name another owner. */
export function withStack(stack: string): ListChanges {
  const change = (items: JsonObject[]) =>
    items.map(item => ({
      ...item,
      Tags: listOf(item.Tags).map(tag =>
        tag.Key === 'ingress.k8s.aws/stack' ? { ...tag, Value: stack } : tag,
      ),
    }));
  return {
    'elbv2/DescribeTags#TagDescriptions': change,
    'resourcegroupstaggingapi/GetResources#ResourceTagMappingList': change,
  };
}
