import { Fleet, loadBundledWorld } from 'lbc-sandbox';
import {
  awsSource,
  scopeOf,
  sweepAws,
  useFleetsAws,
} from '../__testUtils__/aws';
import { expectOnlyReads } from '../__testUtils__/mutations';

const { signal } = new AbortController();
const aws = (lbc: object, rest: object = {}) =>
  awsSource({ lbc: { aws: lbc }, ...rest });

describe('configuration', () => {
  it.each([
    [{ scopes: [{ accountId: 123456789012 }] }, 'lbc.aws.scopes[0].accountId'],
    [{ scopes: 'all' }, 'lbc.aws.scopes'],
    [{ regions: 'eu-west-1' }, 'lbc.aws.regions'],
    [{ regions: ['eu west 1'] }, 'lbc.aws.regions[0]'],
    [
      { scopes: [{ accountId: '12', region: 'eu-west-1' }] },
      'lbc.aws.scopes[0].accountId',
    ],
    [
      { scopes: [{ accountId: '123456789012', region: 'Mars' }] },
      'lbc.aws.scopes[0].region',
    ],
    [
      {
        scopes: [
          { accountId: '123456789012', region: 'eu-west-1' },
          { accountId: '123456789012', region: 'eu-west-1' },
        ],
      },
      'lbc.aws.scopes[1]',
    ],
  ])('%j is refused, naming the key', (lbc, key) => {
    expect(() => aws(lbc)).toThrow(key);
  });

  it.each([
    'http://elb.example.com',
    'http://127.0.0.1.example.com',
    'ftp://localhost',
    'https://user:secret@elb.example.com',
    'not an address',
  ])('does not send signatures to %s', elbv2 => {
    const scope = {
      accountId: '123456789012',
      region: 'eu-west-1',
      endpoints: { elbv2 },
    };
    expect(() => aws({ scopes: [scope] })).toThrow(
      'lbc.aws.scopes[0].endpoints.elbv2',
    );
  });

  it('names a service that has no endpoint', () => {
    const scope = {
      accountId: '123456789012',
      region: 'eu-west-1',
      endpoints: { rds: 'https://rds.example.com' },
    };
    expect(() => aws({ scopes: [scope] })).toThrow(
      'lbc.aws.scopes[0].endpoints.rds',
    );
  });
});

describe('scopes', () => {
  it('are none, with a problem, where nothing is configured', async () => {
    await expect(awsSource({}).listScopes({ signal })).resolves.toEqual({
      scopes: [],
      problems: [{ code: 'source.aws-not-configured' }],
    });
    const accounts = [{ accountId: '111111111111', roleName: 'r' }];
    await expect(
      awsSource({ aws: { accounts } }).listScopes({ signal }),
    ).resolves.toEqual({
      scopes: [],
      problems: [{ code: 'source.aws-regions-missing' }],
    });
  });

  it('are those of other accounts where the own one is not known', async () => {
    const source = aws(
      { regions: ['eu-west-1', 'us-gov-west-1'] },
      {
        aws: {
          mainAccount: { profile: 'there-is-no-such-profile' },
          accounts: [{ accountId: '111111111111', roleName: 'r' }],
        },
      },
    );
    const { scopes, problems } = await source.listScopes({ signal });
    expect(scopes.map(({ id }) => id)).toEqual([
      '111111111111/eu-west-1',
      '111111111111/us-gov-west-1',
    ]);
    expect(problems.map(({ code }) => code)).toEqual([
      'source.aws-main-account-unknown',
    ]);
  });

  describe('with a fleet', () => {
    let fleet: Fleet;
    let restore: () => void;

    beforeAll(async () => {
      fleet = await Fleet.start({
        worlds: [
          { world: loadBundledWorld('ingress-alb'), accountId: '111111111111' },
          { world: loadBundledWorld('service-nlb'), accountId: '222222222222' },
        ],
      });
      restore = useFleetsAws(fleet);
    });

    beforeEach(() => fleet.calls.reset());

    afterAll(async () => {
      expectOnlyReads(fleet);
      restore();
      await fleet.stop();
    });

    it('are the own account and the configured ones, in each Region', async () => {
      const { aws: accounts } = fleet.backstageConfig();
      const source = aws(
        { regions: ['eu-west-1', 'eu-central-1'] },
        { aws: accounts },
      );
      const first = await source.listScopes({ signal });
      expect(first.problems).toEqual([]);
      expect(first.scopes.map(({ id }) => id)).toEqual([
        '111111111111/eu-west-1',
        '111111111111/eu-central-1',
        '222222222222/eu-west-1',
        '222222222222/eu-central-1',
      ]);
      expect(first.scopes[0]).toEqual(scopeOf('111111111111', 'eu-west-1'));
      await source.listScopes({ signal });
      expect(fleet.calls.snapshot()).toEqual({ 'sts GetCallerIdentity': 1 });
    });

    it('that configuration does not name are never called', async () => {
      const source = awsSource({
        ...fleet.backstageConfig(),
        aws: {
          ...fleet.backstageConfig().aws,
          accountDefaults: { roleName: 'backstage-read-only' },
        },
      });
      const { loadBalancers, tags } = await sweepAws({
        source,
        scope: scopeOf('999999999999', 'eu-west-1'),
      });
      expect(loadBalancers).toMatchObject({
        coverage: 'failed',
        reason: { code: 'source.aws-scope-not-configured' },
      });
      expect(tags.coverage).toBe('failed');
      expect(fleet.calls.total()).toBe(0);
    });

    it('without credentials say so', async () => {
      const scope = { accountId: '333333333333', region: 'eu-west-1' };
      const source = awsSource({
        aws: fleet.backstageConfig().aws,
        lbc: { aws: { scopes: [scope] } },
      });
      const { loadBalancers } = await sweepAws({
        source,
        scope: scopeOf(scope.accountId, scope.region),
      });
      expect(loadBalancers).toMatchObject({
        coverage: 'failed',
        reason: {
          code: 'source.aws-no-credentials',
          params: { accountId: '333333333333' },
        },
      });
      expect(fleet.calls.total('sts AssumeRole')).toBe(0);
    });

    it('whose role may not be assumed are denied', async () => {
      const accountId = '222222222222';
      const source = awsSource({
        aws: {
          mainAccount: fleet.backstageConfig().aws.mainAccount,
          accounts: [{ accountId, roleName: 'another' }],
        },
        lbc: { aws: { scopes: [{ accountId, region: 'eu-west-1' }] } },
      });
      const { loadBalancers } = await sweepAws({
        source,
        scope: scopeOf(accountId, 'eu-west-1'),
      });
      expect(loadBalancers).toMatchObject({
        coverage: 'denied',
        reason: {
          code: 'source.aws-role-not-assumable',
          params: { detail: expect.stringContaining('sts:AssumeRole') },
        },
      });
    });

    it('go to their own endpoints', async () => {
      const { endpoint } = fleet.aws;
      const scope = { accountId: '111111111111', region: 'eu-west-1' };
      const source = awsSource({
        aws: fleet.backstageConfig().aws,
        lbc: {
          aws: {
            scopes: [
              {
                ...scope,
                endpoints: { elbv2: endpoint, tagging: 'http://127.0.0.1:9' },
              },
            ],
          },
        },
      });
      const { loadBalancers, tags } = await sweepAws({
        source,
        scope: scopeOf(scope.accountId, scope.region),
      });
      expect(loadBalancers.coverage).toBe('complete');
      expect(tags).toMatchObject({
        coverage: 'failed',
        reason: { code: 'source.aws-failed' },
      });
    });
  });
});
