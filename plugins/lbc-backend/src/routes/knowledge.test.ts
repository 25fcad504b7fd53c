import { mockCredentials } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  releaseDeltaSchema,
  releaseSchema,
  releasesResponseSchema,
} from '@lbc-backstage/plugin-lbc-common/schema';
import request from 'supertest';
import { startApi } from '../__testUtils__/startApi';

let started: Awaited<ReturnType<typeof startApi>>;

beforeAll(async () => {
  started = await startApi({
    // Knowledge is no secret: it needs none of our permissions.
    decide: () => ({ result: AuthorizeResult.DENY }),
  });
});

afterAll(() => started.stop());

function get(path: string) {
  return request(started.server).get(`/api/lbc/knowledge/${path}`);
}

describe('GET /knowledge/releases', () => {
  it('lists what is known of all', async () => {
    const { body } = await get('releases').expect(200);
    const { newest, releases } = releasesResponseSchema.parse(body);
    expect(releases).toHaveLength(65);
    expect(newest).toBe(releases[64].version);
  });

  it('is for who is signed in', async () => {
    const { status } = await get('releases').set(
      'Authorization',
      mockCredentials.none.header(),
    );
    expect(status).toBe(401);
  });
});

describe('GET /knowledge/releases/:version', () => {
  it('tells all of one, with and without v', async () => {
    const { body } = await get('releases/v2.13.0').expect(200);
    expect(releaseSchema.parse(body)).toMatchObject({
      version: 'v2.13.0',
      gatewayApi: { builtFor: 'v1.2.0' },
    });
    expect((await get('releases/2.13.0').expect(200)).body).toEqual(body);
  });

  it.each([
    ['latest', 400, 'version is "latest", which is no release'],
    ['v2.8.1-eksbuild.1', 404, 'a build of v2.8.1 that somebody else made'],
    ['v99.0.0', 404, 'newer than all that is known: the newest is v3.5.0'],
    ['v1.1.9', 404, 'older than all that is known: the oldest is v2.0.0'],
    ['v2.9.9', 404, 'none of the releases that are known'],
    ['v3.5.0-rc1', 404, 'none of the releases that are known'],
  ])('says why not %s', async (version, status, sentence) => {
    const { body } = await get(`releases/${version}`).expect(status);
    expect(body.error.message).toContain(sentence);
  });
});

describe('GET /knowledge/delta', () => {
  it('says what a jump changes', async () => {
    const { body } = await get(
      'delta?from=v2.4.7&to=v3.5.0&partition=aws',
    ).expect(200);
    expect(releaseDeltaSchema.parse(body)).toMatchObject({
      from: 'v2.4.7',
      to: 'v3.5.0',
      direction: 'upgrade',
      iam: { variant: 'aws', removed: [] },
      lock: { from: 'configmaps', to: 'leases' },
      stops: { stops: [{ version: 'v2.8.0' }] },
    });
    expect(
      body.iam.added.map(({ action }: { action: string }) => action),
    ).toEqual([
      'ec2:DescribeIpamPools',
      'ec2:DescribeRouteTables',
      'ec2:GetSecurityGroupsForVpc',
      'elasticloadbalancing:DescribeCapacityReservation',
      'elasticloadbalancing:DescribeListenerAttributes',
      'elasticloadbalancing:DescribeTrustStores',
      'elasticloadbalancing:ModifyCapacityReservation',
      'elasticloadbalancing:ModifyIpPools',
      'elasticloadbalancing:ModifyListenerAttributes',
      'elasticloadbalancing:SetRulePriorities',
    ]);
  });

  it('takes a partition by either of its names', async () => {
    const jump = 'delta?from=v2.16.0&to=v3.5.0&partition=';
    const { body } = await get(`${jump}aws-us-gov`).expect(200);
    expect(body.iam.variant).toBe('us-gov');
    expect((await get(`${jump}us-gov`).expect(200)).body).toEqual(body);
  });

  it.each([
    ['to=v3.5.0', 'from is missing: give the release that the jump begins at'],
    ['from=v3.5.0', 'to is missing: give the release that the jump ends at'],
    ['from=a&to=v3.5.0', 'from is "a", which is no release'],
    ['from=v2.4.7&to=v9.0.0', 'to is v9.0.0, which is newer'],
    [
      'from=v2.4.7&to=v3.5.0&partition=moon',
      'partition is "moon": give one of aws, aws-cn,',
    ],
    ['from=v2.4.7&from=v2.4.6&to=v3.5.0', 'Give from once'],
    [
      'from=v2.4.7&to=v3.5.0&partition=constructor',
      'partition is "constructor"',
    ],
  ])('says what is wrong with ?%s', async (query, sentence) => {
    const { body } = await get(`delta?${query}`).expect(400);
    expect(body.error.message).toContain(sentence);
  });
});
