import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { readLbcConfig } from './readLbcConfig';

const EKS_ARN = 'arn:aws:eks:eu-west-1:123456789012:cluster/prod';

function read(lbc?: JsonObject) {
  return readLbcConfig(new ConfigReader(lbc === undefined ? {} : { lbc }));
}

describe('readLbcConfig', () => {
  it('needs nothing', () => {
    expect(read()).toEqual(read({}));
    expect(read()).toMatchObject({
      aws: { scopes: [], regions: [], budget: { requestsPerSecond: 2 } },
      clusters: { exclude: [] },
      schedule: { cluster: { minutes: 5 }, catalog: { minutes: 10 } },
      lifecycle: { orphanGrace: { minutes: 15 } },
      unknownKeys: [],
    });
  });

  it('reads everything', () => {
    expect(
      read({
        aws: {
          regions: ['eu-west-1', 'us-gov-west-1'],
          scopes: [
            {
              accountId: '012345678901',
              region: 'eu-central-1',
              endpoints: { elbv2: 'https://vpce-1.example.com' },
            },
          ],
          budget: { requestsPerSecond: 0.5, burst: 4 },
          optional: { ec2: true },
        },
        eksClusters: [{ cluster: 'prod-1', arn: EKS_ARN }],
        clusters: { include: ['prod-1'], exclude: ['prod-2'] },
        schedule: { cluster: '2m', catalog: { hours: 1 }, health: 'PT30S' },
        lifecycle: { orphanGrace: { seconds: 20 } },
        bindings: [
          {
            clusterTag: 'prod',
            accountId: '123456789012',
            region: 'eu-west-1',
            cluster: 'prod-1',
          },
        ],
        retiredClusters: [
          {
            clusterTag: 'old',
            accountId: '123456789012',
            region: 'eu-west-1',
            vpcId: 'vpc-1',
            by: 'ann',
            at: '2026-11-01',
          },
        ],
        entityTags: [{ key: 'app' }, { key: 'sys', kind: 'System' }],
        infrastructureTags: ['terraform'],
        jobs: { pollInterval: { milliseconds: 200 }, concurrency: 2 },
      }),
    ).toMatchObject({
      aws: {
        scopes: [{ accountId: '012345678901' }],
        budget: { requestsPerSecond: 0.5, burst: 4 },
        optional: { ec2: true, eks: false },
      },
      eksClusters: [{ cluster: 'prod-1', arn: EKS_ARN }],
      clusters: { include: ['prod-1'], exclude: ['prod-2'] },
      schedule: {
        cluster: { minutes: 2 },
        catalog: { hours: 1 },
        scope: { minutes: 5 },
      },
      bindings: [{ clusterTag: 'prod', cluster: 'prod-1' }],
      retiredClusters: [{ at: '2026-11-01T00:00:00.000Z' }],
      entityTags: [{ key: 'app' }, { key: 'sys', kind: 'System' }],
      jobs: { concurrency: 2 },
      unknownKeys: [],
    });
  });

  const scope = { accountId: '123456789012', region: 'eu-west-1' };
  it.each<[string, unknown]>([
    ['lbc', 'on'],
    ['lbc.aws', []],
    ['lbc.aws.regions', 'eu-west-1'],
    ['lbc.aws.regions[0]', ['Ireland']],
    ['lbc.aws.scopes', { ...scope }],
    ['lbc.aws.scopes[0].accountId', [{ ...scope, accountId: 123456789012 }]],
    ['lbc.aws.scopes[0].accountId', [{ ...scope, accountId: '1234' }]],
    ['lbc.aws.scopes[0].region', [{ accountId: '123456789012' }]],
    [
      'lbc.aws.scopes[0].endpoints.elbv2',
      [{ ...scope, endpoints: { elbv2: 'http://example.com' } }],
    ],
    [
      'lbc.aws.scopes[0].endpoints.elbv2',
      [{ ...scope, endpoints: { elbv2: 'nope' } }],
    ],
    ['lbc.aws.budget.burst', 'lots'],
    ['lbc.aws.budget.requestsPerSecond', 0],
    ['lbc.clusters.include', 'prod-1'],
    ['lbc.schedule.cluster', 5],
    ['lbc.schedule.catalog', 'soon'],
    ['lbc.schedule.health', { seconds: 0 }],
    ['lbc.lifecycle.stuckAfter', { fortnights: 1 }],
    ['lbc.bindings[0].cluster', [{ clusterTag: 'x', ...scope }]],
    [
      'lbc.retiredClusters[0].at',
      [{ ...scope, clusterTag: 'x', vpcId: 'v', by: 'a', at: 'once' }],
    ],
    [
      'lbc.confirmedOrphans[0].arn',
      [{ arn: 'web', by: 'a', at: '2026-11-24' }],
    ],
    [
      'lbc.confirmedGoneNamespaces[0].at',
      [{ cluster: 'a', namespace: 'b', by: 'c', at: 'yesterday' }],
    ],
    ['lbc.confirmedLosses[0].by', [{ cluster: 'a', at: '2026-11-24' }]],
    ['lbc.prices.date', 'soon'],
    ['lbc.prices.publicIpv4', -1],
    ['lbc.prices.regions', { Ireland: {} }],
    ['lbc.prices.regions.eu-west-1.application', { 'eu-west-1': 'cheap' }],
    ['lbc.aws.optional.ec2', 'maybe'],
    ['lbc.eksClusters[0].arn', [{ cluster: 'a', arn: 'prod' }]],
    ['lbc.entityTags[0].key', [{ kind: 'System' }]],
    ['lbc.infrastructureTags', [1]],
    ['lbc.jobs.concurrency', 1.5],
    ['lbc.jobs.pollInterval', []],
  ])('names %s where it is wrong', (path, value) => {
    // The value goes where the path's plain part leads.
    const keys = path
      .replace(/\[0\].*$/, '')
      .split('.')
      .slice(1);
    const lbc = keys.reduceRight<unknown>(
      (inner, key) => ({ [key]: inner }),
      value,
    );
    const message = (() => {
      try {
        readLbcConfig(new ConfigReader({ lbc } as JsonObject));
        return 'no error';
      } catch (error) {
        return String(error);
      }
    })();
    expect(message).toContain(path);
  });

  it('tells of keys that are no option', () => {
    expect(
      read({ scedule: {}, schedule: { kubernetes: '10s' } }).unknownKeys,
    ).toEqual(['lbc.scedule', 'lbc.schedule.kubernetes']);
  });
});
