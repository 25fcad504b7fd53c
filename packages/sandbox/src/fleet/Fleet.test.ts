import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'fs';
import { createServer } from 'net';
import { tmpdir } from 'os';
import { join } from 'path';
import { DescribeTargetGroupsCommand } from '@aws-sdk/client-elastic-load-balancing-v2';
import { GetResourcesCommand } from '@aws-sdk/client-resource-groups-tagging-api';
import { assumeRole, awsClients, rawQuery } from '../__testUtils__/aws';
import { TestClock, TestFleets } from '../__testUtils__/fleets';
import { itemsOf, kube } from '../__testUtils__/kube';
import { demoFleet } from '../demo';
import { at } from '../json';
import { loadBundledWorld } from '../worlds';
import { Fleet } from './Fleet';

const TGBS = '/apis/elbv2.k8s.aws/v1beta1/targetgroupbindings';

describe('Fleet', () => {
  const fleets = new TestFleets();

  afterEach(() => fleets.stopAll());

  it('is the demo fleet: three clusters, two accounts, two Regions', async () => {
    const fleet = await fleets.start({ worlds: demoFleet() });
    expect(
      fleet.clusters.map(({ name, world, url }) => [name, world, url]),
    ).toEqual([
      ['prod-1', 'ingress-alb', `${fleet.kubernetesUrl}/clusters/prod-1`],
      ['edge-1', 'service-nlb', `${fleet.kubernetesUrl}/clusters/edge-1`],
      ['shared-1', 'ingress-group', `${fleet.kubernetesUrl}/clusters/shared-1`],
    ]);
    expect(fleet.aws).toEqual({
      endpoint: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
      mainAccountId: '123456789012',
      accounts: [
        {
          accountId: '123456789012',
          regions: ['eu-west-1', 'eu-central-1'],
          roleName: 'backstage-read-only',
        },
        {
          accountId: '210987654321',
          regions: ['eu-west-1'],
          roleName: 'backstage-read-only',
        },
      ],
    });
    for (const cluster of fleet.clusters) {
      expect((await kube(cluster, '/version')).status).toBe(200);
    }
    expect(fleet.worlds.map(world => fleet.currentStep(world))).toEqual([
      '01-in-service',
      '01-in-service',
      '01-both',
    ]);
  });

  it('moves a world to another account and Region, on both sides', async () => {
    const fleet = await fleets.start({
      worlds: [
        {
          world: loadBundledWorld('gateway-alb'),
          accountId: '999988887777',
          region: 'ap-southeast-2',
        },
      ],
      throttle: false,
    });
    const [cluster] = fleet.clusters;
    const region = 'ap-southeast-2';
    const { elb, tagging } = awsClients(fleet, { region });
    const bindings = itemsOf(await kube(cluster, TGBS));
    const { TargetGroups = [] } = await elb.send(
      new DescribeTargetGroupsCommand({
        TargetGroupArns: bindings.map(each =>
          String(at(each, 'spec', 'targetGroupARN')),
        ),
      }),
    );
    expect(TargetGroups).toHaveLength(2);
    const ec2 = (Action: string) =>
      rawQuery(fleet, { service: 'ec2', region, params: { Action } });
    const served = [
      JSON.stringify(TargetGroups),
      JSON.stringify(await tagging.send(new GetResourcesCommand({}))),
      (await ec2('DescribeSubnets')).body,
      (await ec2('DescribeSecurityGroups')).body,
    ];
    for (const path of [
      TGBS,
      '/api/v1/nodes',
      '/api/v1/pods',
      '/apis/apps/v1/deployments',
      '/apis/discovery.k8s.io/v1/endpointslices',
      '/apis/gateway.networking.k8s.io/v1/gateways',
    ]) {
      served.push((await kube(cluster, path)).body.toString());
    }
    const text = served.join('\n');
    expect(text).not.toMatch(/123456789012|eu-west-1|euw1-az/);
    expect(text).toContain(
      'arn:aws:elasticloadbalancing:ap-southeast-2:999988887777:',
    );
    expect(text).toContain('<availabilityZoneId>apse2-az');
    expect(text).toContain('--aws-region=ap-southeast-2');
  });

  it('has the same world twice, in two accounts', async () => {
    const world = loadBundledWorld('ingress-alb');
    const fleet = await fleets.start({
      worlds: [{ world }, { world, accountId: '210987654321' }],
    });
    expect(fleet.worlds).toEqual(['ingress-alb', 'ingress-alb-2']);
    expect(fleet.clusters.map(each => each.name)).toEqual([
      'prod-1',
      'prod-1-2',
    ]);
    fleet.step('ingress-alb-2');
    expect(fleet.currentStep('ingress-alb')).toBe('01-in-service');
    expect(fleet.currentStep('ingress-alb-2')).toBe('02-controller-gone');
    const keys = await assumeRole(fleet, '210987654321');
    const { TargetGroups } = await awsClients(fleet, { keys }).elb.send(
      new DescribeTargetGroupsCommand({}),
    );
    expect(TargetGroups).toHaveLength(2);
  });

  it.each([
    [
      'the same recording twice in one scope',
      [
        { world: loadBundledWorld('drift') },
        { world: loadBundledWorld('drift') },
      ],
      /are the same recording in account 123456789012, eu-west-1/,
    ],
    [
      'one portal name for two clusters',
      [
        { world: loadBundledWorld('drift'), clusterName: 'a' },
        { world: loadBundledWorld('stranded'), clusterName: 'a' },
      ],
      'Two clusters of the fleet are called "a"',
    ],
    [
      'a cluster that a world does not have',
      [{ world: loadBundledWorld('drift'), clusterName: { green: 'a' } }],
      '"drift" has no cluster "green"; it has prod-1',
    ],
    [
      'a step that a world does not have',
      [{ world: loadBundledWorld('drift'), step: 'nope' }],
      '"drift" has no step "nope"',
    ],
    ['no world', [], 'at least one world'],
  ])('refuses %s', async (_, worlds, message) => {
    await expect(Fleet.start({ worlds })).rejects.toThrow(message);
  });

  it('names clusters as it is told', async () => {
    const two = loadBundledWorld('two-clusters');
    const fleet = await fleets.start({
      worlds: [
        { world: two, clusterName: { green: 'portal-green' } },
        { world: two, clusterName: 'twin', region: 'eu-north-1', name: 'twin' },
        { world: loadBundledWorld('drift'), clusterName: 'blue' },
      ],
    });
    expect(fleet.clusters.map(({ name, world }) => `${world}/${name}`)).toEqual(
      [
        'two-clusters/blue-2',
        'two-clusters/portal-green',
        'twin/twin-blue',
        'twin/twin-green',
        'drift/blue',
      ],
    );
    const uid = async (index: number) =>
      at(
        (await kube(fleet.clusters[index], '/api/v1/namespaces/kube-system'))
          .json,
        'metadata',
        'uid',
      );
    expect(await uid(0)).toBe(await uid(2));
    expect(await uid(0)).not.toBe(await uid(1));
  });

  it('keeps two clusters of one world apart', async () => {
    const fleet = await fleets.start({
      worlds: [{ world: loadBundledWorld('two-clusters'), step: 2 }],
    });
    const [blue, green] = fleet.clusters;
    const ingresses = '/apis/networking.k8s.io/v1/ingresses';
    expect(itemsOf(await kube(blue, ingresses))).toHaveLength(1);
    expect(itemsOf(await kube(green, ingresses))).toHaveLength(0);
    const wrong = await kube(blue, ingresses, { token: green.token });
    expect(wrong.status).toBe(401);
  });

  it('steps, and says what it does not have', async () => {
    const fleet = await fleets.start({
      worlds: [{ world: loadBundledWorld('stranded') }],
    });
    expect(fleet.steps('stranded')).toEqual([
      '01-in-service',
      '02-deleted-in-aws',
      '03-controller-back',
    ]);
    expect(fleet.step('stranded')).toBe('02-deleted-in-aws');
    expect(fleet.step('stranded', 1)).toBe('01-in-service');
    expect(() => fleet.step('nope')).toThrow(
      'The fleet has no world "nope"; it has stranded',
    );
  });

  it('configures a portal and a backend', async () => {
    const fleet = await fleets.start({ worlds: demoFleet() });
    const config = fleet.backstageConfig();
    const [locator] = config.kubernetes.clusterLocatorMethods;
    expect(locator.type).toBe('config');
    locator.clusters.forEach((cluster, index) => {
      const { name, url, token, caPem } = fleet.clusters[index];
      expect(cluster).toEqual({
        name,
        url,
        authProvider: 'serviceAccount',
        serviceAccountToken: token,
        caData: Buffer.from(caPem).toString('base64'),
      });
    });
    expect(config.aws).toMatchObject({
      mainAccount: { accessKeyId: 'AKIALBCS123456789012' },
      accounts: [
        { accountId: '210987654321', roleName: 'backstage-read-only' },
      ],
    });
    expect(config.lbc.aws.scopes).toEqual([
      { accountId: '123456789012', region: 'eu-west-1' },
      { accountId: '123456789012', region: 'eu-central-1' },
      { accountId: '210987654321', region: 'eu-west-1' },
    ]);
    expect(fleet.env()).toMatchObject({
      AWS_ENDPOINT_URL: fleet.aws.endpoint,
      AWS_ACCESS_KEY_ID: 'AKIALBCS123456789012',
      AWS_REGION: 'eu-west-1',
    });
  });

  it('has a main account without any load balancer', async () => {
    const fleet = await fleets.start({
      worlds: [{ world: loadBundledWorld('drift') }],
      mainAccountId: '555555555555',
      roleName: 'reader',
    });
    expect(fleet.aws.accounts).toEqual([
      { accountId: '123456789012', regions: ['eu-west-1'], roleName: 'reader' },
      { accountId: '555555555555', regions: [], roleName: 'reader' },
    ]);
    const keys = await assumeRole(fleet, '123456789012');
    const { TargetGroups } = await awsClients(fleet, { keys }).elb.send(
      new DescribeTargetGroupsCommand({}),
    );
    expect(TargetGroups).toHaveLength(2);
  });

  it('shows the time of its clock only', async () => {
    const clock = new TestClock();
    clock.now = Date.parse('2031-03-04T05:06:07.890Z');
    const fleet = await fleets.start({
      worlds: [{ world: loadBundledWorld('ingress-alb') }],
      clock: clock.read,
    });
    const [cluster] = fleet.clusters;
    const web = await kube(
      cluster,
      '/apis/networking.k8s.io/v1/namespaces/shop/ingresses/web',
    );
    // Recorded five seconds before the step's own time.
    expect(at(web.json, 'metadata', 'creationTimestamp')).toBe(
      '2031-03-04T05:06:02Z',
    );
    const text = (await kube(cluster, '/api/v1/pods')).body.toString();
    expect(text).not.toContain('2026-');
    expect(web.headers.date).toBe('Tue, 04 Mar 2031 05:06:07 GMT');
  });

  describe('with a state directory', () => {
    let dir: string;

    beforeEach(() => {
      dir = mkdtempSync(join(tmpdir(), 'fleet-'));
    });

    afterEach(() => {
      rmSync(dir, { recursive: true });
    });

    it('has the same CA and tokens after a restart', async () => {
      const start = () =>
        Fleet.start({
          worlds: [{ world: loadBundledWorld('drift') }],
          stateDir: dir,
        });
      const first = await start();
      const [{ token, caPem }] = first.clusters;
      expect(readFileSync(join(dir, 'ca.pem'), 'utf8')).toBe(caPem);
      expect(readFileSync(join(dir, 'tokens', 'prod-1'), 'utf8')).toBe(token);
      expect(statSync(join(dir, 'ca-key.pem')).mode % 0o1000).toBe(0o600);
      const announced = JSON.parse(
        readFileSync(join(dir, 'fleet.json'), 'utf8'),
      );
      expect(announced).toMatchObject({
        controlUrl: first.controlUrl,
        awsEndpoint: first.aws.endpoint,
        clusters: [{ name: 'prod-1', world: 'drift' }],
      });
      expect(JSON.stringify(announced)).not.toContain(token);
      await first.stop();
      expect(existsSync(join(dir, 'fleet.json'))).toBe(false);
      const second = await start();
      try {
        expect(second.clusters[0]).toMatchObject({ token, caPem });
        expect((await kube(second.clusters[0], '/version')).status).toBe(200);
      } finally {
        await second.stop();
      }
    });
  });

  it('says which port is taken, and leaves nothing behind', async () => {
    const taken = createServer();
    const port = await new Promise<number>(resolve => {
      taken.listen(0, '127.0.0.1', () => {
        const address = taken.address();
        resolve(typeof address === 'object' && address ? address.port : 0);
      });
    });
    const worlds = [{ world: loadBundledWorld('drift') }];
    try {
      for (const [name, flag] of [
        ['kubernetes', '--kubernetes-port'],
        ['aws', '--aws-port'],
        ['control', '--control-port'],
      ]) {
        await expect(
          Fleet.start({ worlds, ports: { [name]: port } }),
        ).rejects.toThrow(
          new RegExp(`^Port ${port}, which .* is taken; .* with ${flag}\\.$`),
        );
      }
    } finally {
      await new Promise(resolve => {
        taken.close(resolve);
      });
    }
  });
});
