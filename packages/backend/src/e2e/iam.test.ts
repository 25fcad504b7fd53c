import { renderMessage } from '@lbc-backstage/plugin-lbc-common';
import { compatibilityResponseSchema } from '@lbc-backstage/plugin-lbc-common/schema';
import { World, WorldStep, loadBundledWorld, withRoles } from 'lbc-sandbox';
import { WatchedFleet } from './__testUtils__/WatchedFleet';

jest.setTimeout(400_000);

/** What the recording's second step denies. */
const DENIED = 'elasticloadbalancing:DescribeListenerAttributes';

let watched: WatchedFleet;

async function start(world: World, lbc: object) {
  watched = await WatchedFleet.start({ worlds: [{ world }], config: { lbc } });
}

function expectOnlyReads() {
  expect(watched.fleet.calls.mutations()).toEqual([]);
  expect(watched.log.filter(line => line.startsWith('error'))).toEqual([]);
}

afterEach(async () => {
  expectOnlyReads();
  await watched.stop();
});

/** What is said of the role at a step. */
async function roleAt(step: string) {
  watched.step(step);
  // The clusters first say which roles there are.
  await watched.round(9);
  await watched.round(9);
  const { status, body } = await watched.backend.get(
    '/controllers/prod-1/compatibility',
  );
  expect(status).toBe(200);
  const [{ axes }] = compatibilityResponseSchema.parse(body).controllers;
  const axis = axes.find(each => each.axis === 'iam');
  if (!axis) {
    throw new Error('There is no axis iam');
  }
  return axis;
}

const ON = { aws: { optional: { iam: true } } };

function lacking({ name }: WorldStep): string[] {
  return name === '02-action-denied' ? [DENIED] : [];
}

it('says which action the role lacks, and what to add, once it lacks it', async () => {
  await start(
    withRoles(loadBundledWorld('iam-missing'), { without: lacking }),
    ON,
  );
  const before = await roleAt('01-in-service');
  expect(before).toMatchObject({ status: 'pass', notSeen: [] });

  const { status, because, findings } = await roleAt('02-action-denied');
  expect(status).toBe('fail');
  expect(renderMessage(because)).toBe(
    `The role prod-1-aws-load-balancer-controller lacks one action that every controller of release v3.5.0 needs: ${DENIED}.`,
  );
  const [{ remedy = [] }] = findings;
  expect(JSON.parse(String(remedy[0].message.params?.statement))).toEqual({
    Effect: 'Allow',
    Action: [DENIED],
    Resource: '*',
  });
});

it('says nothing where IAM is off, and how to switch it on', async () => {
  await start(withRoles(loadBundledWorld('iam-missing')), {});
  const axis = await roleAt('01-in-service');
  expect(watched.fleet.calls.total('iam')).toBe(0);
  expect(axis).toMatchObject({
    status: 'unknown',
    notSeen: [{ config: 'lbc.aws.optional.iam: true' }],
  });
});

it('says which action of IAM is refused to the portal', async () => {
  // Nothing was recorded of IAM, and no role was made.
  await start(loadBundledWorld('iam-missing'), ON);
  const axis = await roleAt('01-in-service');
  expect(axis).toMatchObject({
    status: 'unknown',
    because: { code: 'iam.role-not-readable' },
    notSeen: [{ iamAction: 'iam:GetRole' }],
  });
});
