import { renderMessage } from '@lbc-backstage/plugin-lbc-common';
import {
  baselineInfoSchema,
  baselinesResponseSchema,
  comparisonReportSchema,
} from '@lbc-backstage/plugin-lbc-common/schema';
import { loadBundledWorld } from 'lbc-sandbox';
import { WatchedFleet } from './__testUtils__/WatchedFleet';

jest.setTimeout(400_000);

const CLUSTER = 'prod-1';

let watched: WatchedFleet;

beforeAll(async () => {
  watched = await WatchedFleet.start({
    worlds: [
      { world: loadBundledWorld('upgrade-v2-to-v3'), clusterName: CLUSTER },
    ],
  });
  await watched.round(6);
});

afterAll(async () => {
  await watched?.stop();
});

/** Asks for a comparison and lets it be read. */
async function compare(id: string) {
  const { backend } = watched;
  const asked = await backend.post(`/baselines/${id}/comparisons`);
  expect(asked.status).toBe(202);
  await watched.round(1);
  await watched.round(1);
  const { status, body } = await backend.get(
    `/baselines/${id}/comparison?wait=1`,
  );
  expect(status).toBe(200);
  return comparisonReportSchema.parse(body);
}

it('names what the recorded upgrade changed, and nothing else', async () => {
  const { backend } = watched;
  const taken = await backend.post('/baselines', {
    cluster: CLUSTER,
    name: 'before 3.5.0',
  });
  expect(taken.status).toBe(202);
  watched.fleet.calls.reset();
  const { id } = baselineInfoSchema.parse(taken.body);
  await watched.round(1);
  await watched.round(1);
  const { body: list } = await backend.get(`/baselines?cluster=${CLUSTER}`);
  expect(baselinesResponseSchema.parse(list).items).toEqual([
    expect.objectContaining({
      id,
      status: 'complete',
      version: 'v2.17.1',
      progress: { stacksDone: 3, stacksTotal: 3 },
      notRead: [],
    }),
  ]);

  // Each stack is read once.
  expect(watched.fleet.calls.snapshot()).toMatchObject({
    'elbv2 DescribeListeners': 3,
    'elbv2 DescribeLoadBalancerAttributes': 3,
  });

  // Nothing has happened yet, and nothing is called verified.
  const early = await compare(id);
  expect(early).toMatchObject({
    verdict: 'settling',
    stacks: [1, 2, 3].map(() => ({
      awaited: [{ code: 'verification.awaited.leader' }],
    })),
  });
  expect(early.cluster).toEqual([]);
  expect(early.stacks.flatMap(({ changes }) => changes)).toEqual([]);

  watched.step('03-v3-took-over');
  await watched.round(15);
  const report = await compare(id);
  expect(report.stacks.flatMap(({ changes }) => changes)).toEqual([]);
  expect(
    report.stacks.map(({ name, verdict, awaited }) => ({
      name,
      verdict,
      awaited,
    })),
  ).toEqual(
    expect.arrayContaining(
      [
        'k8s-shop-web-5c8ac0cc82',
        'k8s-edge-3273337624',
        'k8s-shop-db-0e00d5d302',
      ].map(name => ({ name, verdict: 'verified', awaited: [] })),
    ),
  );
  expect(report.verdict).toBe('changed-as-expected');
  expect(watched.fleet.calls.mutations()).toEqual([]);
  expect(
    report.cluster
      .filter(({ expected, reportedOnly }) => !expected || reportedOnly)
      .map(({ message }) => renderMessage(message)),
  ).toEqual([]);
  const sentences = report.cluster.map(({ message }) => renderMessage(message));
  expect(sentences.sort()).toEqual([
    'In the CRD listenerruleconfigurations.gateway.k8s.aws, the served versions changed from v1beta1 to v1, v1beta1.',
    'In the CRD listenerruleconfigurations.gateway.k8s.aws, the storage version changed from v1beta1 to v1.',
    'In the CRD listenerruleconfigurations.gateway.k8s.aws, the stored versions changed from v1beta1 to v1, v1beta1.',
    'In the CRD loadbalancerconfigurations.gateway.k8s.aws, the served versions changed from v1beta1 to v1, v1beta1.',
    'In the CRD loadbalancerconfigurations.gateway.k8s.aws, the storage version changed from v1beta1 to v1.',
    'In the CRD loadbalancerconfigurations.gateway.k8s.aws, the stored versions changed from v1beta1 to v1, v1beta1.',
    'In the CRD targetgroupconfigurations.gateway.k8s.aws, the served versions changed from v1beta1 to v1, v1beta1.',
    'In the CRD targetgroupconfigurations.gateway.k8s.aws, the storage version changed from v1beta1 to v1.',
    'In the CRD targetgroupconfigurations.gateway.k8s.aws, the stored versions changed from v1beta1 to v1, v1beta1.',
    'In the webhook alb-target-control.namespace.elbv2.k8s.aws, the admission review versions changed from v1beta1 to v1.',
    'In the webhook alb-target-control.object.elbv2.k8s.aws, the admission review versions changed from v1beta1 to v1.',
    'In the webhook mpod.elbv2.k8s.aws, the admission review versions changed from v1beta1 to v1.',
    'In the webhook mservice.elbv2.k8s.aws, the admission review versions changed from v1beta1 to v1.',
    'In the webhook mtargetgroupbinding.elbv2.k8s.aws, the admission review versions changed from v1beta1 to v1.',
    'In the webhook quicid.elbv2.k8s.aws, the admission review versions changed from v1beta1 to v1.',
    'In the webhook vingress.elbv2.k8s.aws, the admission review versions changed from v1beta1 to v1.',
    'In the webhook vingressclassparams.elbv2.k8s.aws, the admission review versions changed from v1beta1 to v1.',
    'In the webhook vtargetgroupbinding.elbv2.k8s.aws, the admission review versions changed from v1beta1 to v1.',
    'The CRD loadbalancerconfigurations.gateway.k8s.aws has new fields in v1beta1: spec.defaultTargetGroupConfiguration.',
    'The CRD targetgroupbindings.elbv2.k8s.aws has new fields in v1beta1: status.conditions.',
    'The controller kube-system/aws-load-balancer-controller was v2.17.1 and is v3.5.0.',
  ]);
});
