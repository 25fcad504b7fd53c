import {
  detailStatusSchema,
  subjectDetailSchema,
} from '@lbc-backstage/plugin-lbc-common/schema';
import { loadBundledWorld } from 'lbc-sandbox';
import { WatchedFleet } from './__testUtils__/WatchedFleet';

jest.setTimeout(400_000);

let watched: WatchedFleet;

beforeAll(async () => {
  watched = await WatchedFleet.start({
    worlds: [{ world: loadBundledWorld('ingress-group') }],
  });
  await watched.round(6);
});

afterAll(async () => {
  await watched?.stop();
});

it('reads one stack down to its Pods, over the wire, and only when asked', async () => {
  const { fleet, backend } = watched;
  const [{ id }] = await watched.subjects();
  expect(fleet.calls.snapshot()['elbv2 DescribeRules']).toBeUndefined();
  const before = subjectDetailSchema.parse(
    (await backend.get(`/subjects/${id}`)).body,
  );
  expect(before.detail).toBeUndefined();

  const asked = await backend.post(`/subjects/${id}/detail`);
  expect(asked.status).toBe(202);
  await backend.idle();
  const { body: status } = await backend.get(`/subjects/${id}/detail`);
  expect(detailStatusSchema.parse(status)).toMatchObject({ state: 'done' });

  const { body } = await backend.get(`/subjects/${id}`);
  const { detail, loadBalancer } = subjectDetailSchema.parse(body);
  expect(detail?.notRead).toEqual([]);
  expect(detail?.chain).toMatchObject({
    dnsName: loadBalancer?.dnsName,
    listeners: [
      {
        port: 80,
        rules: [{ priority: 1 }, { priority: 2 }, { priority: 'default' }],
      },
    ],
  });
  const groups = detail?.chain.targetGroups ?? [];
  expect(
    groups
      .map(({ services, targets = [] }) => [
        services.map(({ namespace, name }) => `${namespace}/${name}`),
        targets.map(({ pod }) => pod && `${pod.namespace} ${pod.ready}`),
      ])
      .sort(),
  ).toEqual([
    [['blog/ghost'], ['blog true', 'blog true']],
    [['shop/web'], ['shop true', 'shop true']],
  ]);
  expect(fleet.calls.mutations()).toEqual([]);
  expect(await backend.post(`/subjects/${id}/detail`)).toMatchObject({
    status: 200,
  });
});
