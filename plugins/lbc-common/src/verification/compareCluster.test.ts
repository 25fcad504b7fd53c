import { clusterOf, READ_AT, upgraded } from './__testUtils__/stacks';
import { compareCluster } from './compareCluster';
import type { BaselineCluster } from './types';

function compare(more: Partial<BaselineCluster>) {
  const context = upgraded();
  return compareCluster({
    ...context,
    after: { ...context.after!, ...more },
  }).map(({ path, kind, expected, reportedOnly }) => ({
    path,
    kind,
    expected,
    reportedOnly,
  }));
}

const version = {
  path: 'controllers.kube-system/aws-load-balancer-controller.version',
  kind: 'changed',
  expected: true,
  reportedOnly: false,
};
const TGB = 'targetgroupbindings.elbv2.k8s.aws';

it('finds nothing on unchanged data', () => {
  expect(
    compareCluster(upgraded({ after: clusterOf({ observedAt: READ_AT }) })),
  ).toEqual([]);
});

it('expects another version, fields that are new, and review versions', () => {
  expect(
    compare({
      crds: {
        [TGB]: {
          versions: {
            v1beta1: {
              served: true,
              storage: true,
              fields: [
                'spec',
                'spec.targetType',
                'status.conditions',
                'status.conditions.type',
              ],
            },
          },
          storedVersions: ['v1beta1'],
        },
      },
      webhooks: {
        'vingress.elbv2.k8s.aws': {
          ...clusterOf().webhooks!['vingress.elbv2.k8s.aws'],
          admissionReviewVersions: ['v1'],
          caBundleHash: 'ca-2',
        },
      },
    }),
  ).toEqual([
    version,
    {
      path: `crds.${TGB}.v1beta1.fields`,
      kind: 'added',
      expected: true,
      reportedOnly: false,
    },
    {
      path: 'webhooks.vingress.elbv2.k8s.aws.admissionReviewVersions',
      kind: 'changed',
      expected: true,
      reportedOnly: false,
    },
    {
      path: 'webhooks.vingress.elbv2.k8s.aws.caBundle',
      kind: 'changed',
      expected: true,
      reportedOnly: true,
    },
  ]);
});

it('does not expect lost fields, a lost class or another failure policy', () => {
  const found = compare({
    crds: {
      [TGB]: {
        versions: {
          v1beta1: { served: true, storage: true, fields: ['spec'] },
        },
        storedVersions: ['v1beta1'],
      },
    },
    webhooks: {
      'vingress.elbv2.k8s.aws': {
        ...clusterOf().webhooks!['vingress.elbv2.k8s.aws'],
        failurePolicy: 'Ignore',
      },
    },
    classes: {},
  });
  expect(found.filter(({ expected }) => !expected)).toEqual([
    expect.objectContaining({ path: `crds.${TGB}.v1beta1.fields` }),
    expect.objectContaining({
      path: 'webhooks.vingress.elbv2.k8s.aws.failurePolicy',
    }),
    expect.objectContaining({ path: 'classes.IngressClass/alb' }),
  ]);
});

it('compares nothing that was not read', () => {
  expect(
    compare({ crds: undefined, webhooks: undefined, classes: undefined }),
  ).toEqual([version]);
  expect(compareCluster(upgraded({ after: undefined }))).toEqual([]);
});
