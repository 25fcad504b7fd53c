import {
  cleanUpResponseSchema,
  whatIfResponseSchema,
} from '@lbc-backstage/plugin-lbc-common/schema';
import { loadBundledWorld } from 'lbc-sandbox';
import { WatchedFleet } from './__testUtils__/WatchedFleet';

jest.setTimeout(400_000);

const ARN = /:loadbalancer\/app\/k8s-shop-web-5c8ac0cc82\//;

let watched: WatchedFleet;

beforeAll(async () => {
  watched = await WatchedFleet.start({
    worlds: [{ world: loadBundledWorld('ingress-alb') }],
    config: { lbc: { aws: { optional: { ec2: true } } } },
  });
});

afterAll(async () => {
  await watched?.stop();
});

/** Goes to a step and stays until no wait is open. */
async function watch(step: string, rounds: number) {
  watched.step(step);
  for (let round = 0; round < rounds; round++) {
    await watched.round(6);
  }
}

async function theLoadBalancer(): Promise<string> {
  const found = (await watched.subjects()).find(({ loadBalancer }) =>
    ARN.test(loadBalancer?.arn ?? ''),
  );
  return found?.id ?? '';
}

async function whatIf(scenario: string) {
  const id = await theLoadBalancer();
  const { body } = await watched.backend.get(
    `/subjects/${id}/what-if?scenario=${scenario}`,
  );
  return whatIfResponseSchema.parse(body);
}

async function cleanUp() {
  const id = await theLoadBalancer();
  const { body } = await watched.backend.get(`/subjects/${id}/clean-up`);
  return cleanUpResponseSchema.parse(body);
}

const acts = ({ steps }: Awaited<ReturnType<typeof cleanUp>>) =>
  steps.flatMap(({ commands }) => commands.map(({ text }) => text));

it('says beforehand what then happens in the recording', async () => {
  await watch('01-in-service', 2);
  const goes = await whatIf('owner-goes');
  expect(goes.items[0]).toMatchObject({ outcome: 'goes', hangs: [] });
  // Of the two security groups the controller made one for this stack.
  expect(
    goes.items[0].goes.filter(({ kind }) => kind === 'security-group'),
  ).toHaveLength(1);

  await watch('02-controller-gone', 3);
  const hangs = await whatIf('owner-goes');
  expect(hangs.items[0]).toMatchObject({
    outcome: 'hangs',
    hangs: [
      {
        object: 'Ingress shop/web',
        finalizers: ['ingress.k8s.aws/resources'],
      },
    ],
  });
  expect(hangs.items[0].blocks.map(({ code }) => code)).toEqual([
    'blocker.no-controller',
    'blocker.webhook',
  ]);
  expect(hangs.order[0].code).toBe('order.start-controller');
});

it('shows how to clean up what the finalizer’s removal left, after a day', async () => {
  await watch('03-deleted-no-controller', 2);
  await watch('04-finalizer-removed', 6);
  const young = await cleanUp();
  expect(young).toMatchObject({
    applies: true,
    grade: 'witnessed',
    mayStillServe: true,
    permission: { allowed: false },
  });
  expect(young.proof.every(({ met }) => met)).toBe(true);
  expect(young.permission.allowedAt).toBeDefined();
  expect(acts(young)).toEqual([]);

  await watched.round(25 * 60);
  await watched.round(6);
  const old = await cleanUp();
  expect(old.permission).toMatchObject({ allowed: true });
  expect(acts(old).map(text => text.split(' ').slice(0, 3).join(' '))).toEqual([
    'aws elbv2 modify-load-balancer-attributes',
    'aws elbv2 delete-load-balancer',
    'aws elbv2 wait',
    'aws elbv2 delete-target-group',
    'aws elbv2 delete-target-group',
    'aws ec2 delete-security-group',
  ]);
});
