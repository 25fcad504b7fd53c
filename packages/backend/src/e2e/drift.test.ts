import { subjectDetailSchema } from '@lbc-backstage/plugin-lbc-common/schema';
import { loadBundledWorld } from 'lbc-sandbox';
import { WatchedFleet } from './__testUtils__/WatchedFleet';

jest.setTimeout(400_000);

let watched: WatchedFleet;

beforeAll(async () => {
  watched = await WatchedFleet.start({
    worlds: [{ world: loadBundledWorld('drift') }],
    // Without EC2 the security groups could not be compared, and it says so.
    config: { lbc: { aws: { optional: { ec2: true } } } },
  });
});

afterAll(async () => {
  await watched?.stop();
});

/** The one load balancer, after its stack was read. */
async function readAt(step: string) {
  const { backend } = watched;
  watched.step(step);
  await watched.round(6);
  const [{ id }] = await watched.subjects();
  await backend.post(`/subjects/${id}/detail`);
  await backend.idle();
  const { body } = await backend.get(`/subjects/${id}`);
  const { drift, facets } = subjectDetailSchema.parse(body);
  return {
    facet: facets.drift,
    notExamined: drift?.notExamined,
    compared: drift?.compared ?? 0,
    paths: drift?.findings.map(({ path }) => path),
  };
}

// What the recording did to AWS, step by step; the controller then undid it.
it('finds what was changed in AWS, and nothing where nothing was', async () => {
  const asked = await readAt('01-in-service');
  expect(asked).toMatchObject({ facet: 'none', paths: [], notExamined: [] });
  expect(asked.compared).toBeGreaterThan(90);

  const attribute = 'loadBalancers.LoadBalancer.attributes';
  expect(await readAt('03-listener')).toMatchObject({
    facet: 'found',
    paths: [`${attribute}.idle_timeout.timeout_seconds`, 'listeners.443'],
  });
  expect(await readAt('07-tag-restored')).toMatchObject({
    facet: 'none',
    paths: [],
  });
  expect(watched.fleet.calls.mutations()).toEqual([]);
});
