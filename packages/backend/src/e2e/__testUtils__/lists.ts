import type { JsonObject } from 'lbc-sandbox';
import { ListChanges, objectOf } from './clusterCopy';

const INGRESSES = 'apis/networking.k8s.io/v1/ingresses';

/** Ingresses of another controller: a page of them, and one more. */
export const pageOfOthers: ListChanges = {
  [INGRESSES]: items => [
    ...Array.from({ length: 501 }, (_, index) => otherIngress(index)),
    ...items,
  ],
};

function otherIngress(index: number): JsonObject {
  const number = String(index).padStart(12, '0');
  return {
    metadata: {
      namespace: 'default',
      name: `other-${number}`,
      uid: `11111111-1111-4111-8111-${number}`,
      resourceVersion: '1',
      creationTimestamp: '2026-11-23T15:51:20Z',
    },
    spec: { ingressClassName: 'nginx', rules: [] },
    status: { loadBalancer: {} },
  };
}

/** What would run in a page that takes it for markup. */
export const HTML = '<img src=x onerror=alert(1)>';

/** 256 characters that nobody expects in a tag. */
export const ODD_VALUE = Array.from(`${HTML}"'&;{{x}}$(x)\u202e`)
  .concat(Array.from({ length: 256 }, () => '\u{1f4a3}'))
  .slice(0, 256)
  .join('');

const withHostileTags = (items: JsonObject[]) =>
  items.map(item => ({
    ...item,
    Tags: [
      ...(Array.isArray(item.Tags) ? item.Tags : []),
      { Key: 'note', Value: ODD_VALUE },
      { Key: HTML, Value: HTML },
    ],
  }));

/** Names and values that somebody chose to do harm. */
export const hostileLists: { kubernetes: ListChanges; aws: ListChanges } = {
  kubernetes: {
    [INGRESSES]: items =>
      items.map(item => ({
        ...item,
        metadata: {
          ...objectOf(item.metadata),
          annotations: {
            ...objectOf(objectOf(item.metadata).annotations),
            [HTML]: HTML,
          },
        },
        spec: {
          ...objectOf(item.spec),
          rules: [
            ...(Array.isArray(objectOf(item.spec).rules)
              ? (objectOf(item.spec).rules as JsonObject[])
              : []),
            { host: HTML, http: { paths: [{ path: `/${HTML}` }] } },
          ],
        },
      })),
  },
  aws: {
    'elbv2/DescribeTags#TagDescriptions': withHostileTags,
    'resourcegroupstaggingapi/GetResources#ResourceTagMappingList':
      withHostileTags,
  },
};

/** An account that nobody configured. */
export const FOREIGN_ACCOUNT = '666666666666';

/** A binding that names somebody else's target group. */
export const forgedBinding: ListChanges = {
  'apis/elbv2.k8s.aws/v1beta1/targetgroupbindings': items => [
    ...items,
    {
      metadata: {
        namespace: 'shop',
        name: 'forged',
        uid: '22222222-2222-4222-8222-222222222222',
        resourceVersion: '1',
        creationTimestamp: '2026-11-23T15:51:20Z',
      },
      spec: {
        serviceRef: { name: 'api', port: 9000 },
        targetGroupARN: `arn:aws:elasticloadbalancing:eu-west-1:${FOREIGN_ACCOUNT}:targetgroup/theirs/0123456789abcdef`,
        targetType: 'ip',
      },
    },
  ],
};
