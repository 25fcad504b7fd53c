import { entityLoadBalancersResponseSchema } from '@lbc-backstage/plugin-lbc-common/schema';
import { message, renderMessage } from '@lbc-backstage/plugin-lbc-common';
import request from 'supertest';
import { component, startApi } from '../__testUtils__/startApi';

type Started = Awaited<ReturnType<typeof startApi>>;
let started: Started | undefined;

async function start(options: Parameters<typeof startApi>[0]) {
  started = await startApi(options);
  return started;
}

afterEach(async () => {
  await started?.stop();
  started = undefined;
});

async function get(ref: string, query = '') {
  const { body, status } = await request(started!.server).get(
    `/api/lbc/entities/by-name/${ref}/load-balancers${query}`,
  );
  if (status !== 200) {
    return { status, error: body.error as { name: string; message: string } };
  }
  return { status, body: entityLoadBalancersResponseSchema.parse(body) };
}

async function sentences(ref: string): Promise<string[]> {
  const { body } = await get(ref);
  return body!.problems.map(problem => renderMessage(problem.message));
}

describe('what is missing', () => {
  it('shows the blocks of configuration that are not there', async () => {
    await start({
      entities: [component('checkout')],
      config: {},
      fill: ({ readStore }) => {
        readStore.targets = [];
      },
    });
    const { body } = await get('component/default/checkout');
    expect(body).toMatchObject({ items: [], totalItems: 0 });
    expect(body?.problems).toMatchObject([
      {
        message: { code: 'config.kubernetes-missing' },
        example: expect.stringContaining('clusterLocatorMethods:'),
      },
      {
        message: { code: 'config.scopes-missing' },
        example: expect.stringContaining('scopes:'),
      },
    ]);
  });

  it('says of a cluster why it cannot be searched', async () => {
    await start({
      entities: [component('checkout')],
      fill: ({ readStore }) => {
        readStore.targets = [
          {
            id: 'cluster:prod-2',
            problem: message('source.denied', { detail: 'a token is needed' }),
          },
        ];
      },
    });
    const { body } = await get('component/default/checkout');
    expect(body?.searched.clusters).toEqual([
      {
        name: 'prod-2',
        problem: {
          code: 'source.denied',
          params: { detail: 'a token is needed' },
        },
      },
    ]);
  });

  const ARN =
    'arn:aws:elasticloadbalancing:eu-west-1:999999999999:loadbalancer/app/theirs/50dc6c495c0c9188';
  it.each<[string, Record<string, string>, RegExp]>([
    [
      'an unknown cluster',
      { 'lbc/stack': 'prod-9/group/edge' },
      /lbc\/stack.*“prod-9”.*prod-1/,
    ],
    [
      'an unknown account',
      { 'amazonaws.com/load-balancer-arn': ARN },
      /load-balancer-arn.*999999999999.*123456789012\/eu-west-1.*has not been called/,
    ],
    [
      'a malformed ARN',
      { 'aws.amazon.com/arn': 'arn:aws:elb' },
      /aws\.amazon\.com\/arn.*no ARN/,
    ],
    ['a malformed stack', { 'lbc/stack': 'web' }, /lbc\/stack.*“web”/],
    ['malformed tags', { 'lbc/tags': 'web' }, /lbc\/tags.*“web”/],
  ])('names %s and what to write instead', async (_, annotations, expected) => {
    const { engine } = await start({
      entities: [component('checkout', { annotations })],
    });
    expect(await sentences('component/default/checkout')).toEqual([
      expect.stringMatching(expected),
    ]);
    // Nothing was moved, asked or called for it.
    expect(engine.expedited).toEqual([]);
  });
});
