import {
  DeleteRoleCommand,
  GetPolicyCommand,
  GetPolicyVersionCommand,
  GetRoleCommand,
  GetRolePolicyCommand,
  IAMClient,
  ListAttachedRolePoliciesCommand,
  paginateListRolePolicies,
} from '@aws-sdk/client-iam';
import {
  DescribePodIdentityAssociationCommand,
  EKSClient,
  ListPodIdentityAssociationsCommand,
  paginateDescribeClusterVersions,
} from '@aws-sdk/client-eks';
import { TestFleets } from '../__testUtils__/fleets';
import { Fleet } from '../fleet';
import { generate } from '../generate';
import { JsonValue } from '../json';
import { controllerPolicy, withRoles } from '../roles';
import { World, loadBundledWorld } from '../worlds';
import { longLivedKeys } from './credentials';

const ACCOUNT = '123456789012';
const ROLE = 'prod-1-aws-load-balancer-controller';

/** A recording with files of AWS beside its own. */
function withFiles(world: World, files: Record<string, JsonValue>): World {
  return {
    ...world,
    steps: world.steps.map(step => ({
      ...step,
      aws: new Map([
        ...[...step.aws.keys()].map((path): [string, JsonValue] => [
          path,
          step.aws.get(path) ?? null,
        ]),
        ...Object.entries(files),
      ]),
    })),
  };
}

describe('IAM and Pod Identity through their SDK clients', () => {
  const fleets = new TestFleets();
  let fleet: Fleet;
  let iam: IAMClient;
  let eks: EKSClient;

  beforeAll(async () => {
    fleet = await fleets.start({
      worlds: [
        {
          world: withFiles(withRoles(loadBundledWorld('ingress-alb')), {
            'iam/GetRolePolicy': Object.fromEntries(
              ['a', 'b', 'c'].map(name => [
                `${ROLE}/${name}`,
                {
                  RoleName: ROLE,
                  PolicyName: name,
                  PolicyDocument:
                    name === 'c' ? 'not%20json' : { Statement: [] },
                },
              ]),
            ),
            'eks/DescribePodIdentityAssociation': {
              'a-1': {
                association: {
                  clusterName: 'prod-1',
                  associationId: 'a-1',
                  namespace: 'kube-system',
                  serviceAccount: 'lbc',
                  roleArn: `arn:aws:iam::${ACCOUNT}:role/lbc`,
                },
              },
            },
            'eks/DescribeClusterVersions': {
              clusterVersions: [
                { clusterVersion: '1.34', versionStatus: 'STANDARD_SUPPORT' },
              ],
            },
          }),
        },
        // Knows nothing of IAM, and hides nothing of it.
        { world: loadBundledWorld('ingress-group'), region: 'eu-central-1' },
        {
          world: loadBundledWorld('service-nlb'),
          accountId: '210987654321',
        },
      ],
      mainAccountId: ACCOUNT,
    });
    const config = {
      endpoint: fleet.aws.endpoint,
      // IAM is the same in every Region.
      region: 'us-east-1',
      credentials: longLivedKeys(ACCOUNT),
      maxAttempts: 1,
    };
    iam = new IAMClient(config);
    eks = new EKSClient({ ...config, region: 'eu-west-1' });
  });

  afterEach(() => {
    fleet.faults.clear();
    fleet.calls.reset();
  });

  afterAll(() => fleets.stopAll());

  it('describes a role, with its trust percent-encoded', async () => {
    const { Role: role } = await iam.send(
      new GetRoleCommand({ RoleName: ROLE }),
    );
    expect(role).toMatchObject({
      RoleName: ROLE,
      Arn: `arn:aws:iam::${ACCOUNT}:role/${ROLE}`,
      CreateDate: expect.any(Date),
    });
    const text = role?.AssumeRolePolicyDocument ?? '';
    expect(text).toMatch(/^%7B%22Version%22/);
    expect(JSON.parse(decodeURIComponent(text)).Statement[0]).toMatchObject({
      Action: 'sts:AssumeRoleWithWebIdentity',
    });
  });

  it('lists inline policies page by page, and sends a text as it is', async () => {
    const names: string[] = [];
    for await (const page of paginateListRolePolicies(
      { client: iam, pageSize: 2 },
      { RoleName: ROLE },
    )) {
      names.push(...(page.PolicyNames ?? []));
    }
    expect(names).toEqual(['a', 'b', 'c']);
    expect(fleet.calls.snapshot()['iam ListRolePolicies']).toBe(2);
    const { PolicyDocument: text } = await iam.send(
      new GetRolePolicyCommand({ RoleName: ROLE, PolicyName: 'c' }),
    );
    expect(text).toBe('not%20json');
  });

  it('goes from the attached policy to its version', async () => {
    const { AttachedPolicies: attached = [] } = await iam.send(
      new ListAttachedRolePoliciesCommand({ RoleName: ROLE }),
    );
    const [{ PolicyArn: arn }] = attached;
    const { Policy: policy } = await iam.send(
      new GetPolicyCommand({ PolicyArn: arn }),
    );
    const { PolicyVersion: version } = await iam.send(
      new GetPolicyVersionCommand({
        PolicyArn: arn,
        VersionId: policy?.DefaultVersionId,
      }),
    );
    expect(JSON.parse(decodeURIComponent(version?.Document ?? ''))).toEqual(
      controllerPolicy(),
    );
  });

  it.each([
    [new GetRoleCommand({ RoleName: 'no-such' })],
    [new GetRolePolicyCommand({ RoleName: ROLE, PolicyName: 'no-such' })],
    [new GetPolicyCommand({ PolicyArn: `arn:aws:iam::${ACCOUNT}:policy/no` })],
  ])('says what there is not: %#', async command => {
    await expect(
      // The overloads of send know each command, not one of several.
      iam.send(command as GetRoleCommand),
    ).rejects.toMatchObject({
      name: 'NoSuchEntityException',
      $metadata: { httpStatusCode: 404 },
    });
  });

  it('denies what no world of an account knows', async () => {
    const other = await fleets.start({
      worlds: [{ world: loadBundledWorld('service-nlb') }],
    });
    const client = new IAMClient({
      endpoint: other.aws.endpoint,
      region: 'us-east-1',
      credentials: longLivedKeys(other.aws.mainAccountId),
      maxAttempts: 1,
    });
    await expect(
      client.send(new GetRoleCommand({ RoleName: ROLE })),
    ).rejects.toMatchObject({
      name: 'AccessDenied',
      message: expect.stringContaining('iam:GetRole'),
      $metadata: { httpStatusCode: 403 },
    });
  });

  it('denies and throttles an operation by its name', async () => {
    const set = (operation: string, kind: 'denied' | 'throttle') =>
      fleet.faults.set({
        side: 'aws',
        service: 'iam',
        operation,
        fault: { kind },
      });
    set('GetRole', 'throttle');
    set('GetPolicy', 'denied');
    await expect(
      iam.send(new GetRoleCommand({ RoleName: ROLE })),
    ).rejects.toMatchObject({ name: 'Throttling' });
    await expect(
      iam.send(
        new GetPolicyCommand({ PolicyArn: 'arn:aws:iam::aws:policy/X' }),
      ),
    ).rejects.toMatchObject({ name: 'AccessDenied' });
  });

  it('refuses to change anything, and tells', async () => {
    await expect(
      iam.send(new DeleteRoleCommand({ RoleName: ROLE })),
    ).rejects.toMatchObject({ name: 'AccessDenied' });
    expect(fleet.calls.mutations()).toEqual([
      { api: 'iam', what: 'DeleteRole' },
    ]);
  });

  it('tells a role by Pod Identity only when it is asked for the association', async () => {
    const { associations = [] } = await eks.send(
      new ListPodIdentityAssociationsCommand({
        clusterName: 'prod-1',
        namespace: 'kube-system',
        serviceAccount: 'lbc',
      }),
    );
    expect(associations).toEqual([
      expect.not.objectContaining({ roleArn: expect.anything() }),
    ]);
    const { association } = await eks.send(
      new DescribePodIdentityAssociationCommand({
        clusterName: 'prod-1',
        associationId: associations[0].associationId,
      }),
    );
    expect(association?.roleArn).toBe(`arn:aws:iam::${ACCOUNT}:role/lbc`);
    const none = await eks.send(
      new ListPodIdentityAssociationsCommand({
        clusterName: 'prod-1',
        serviceAccount: 'other',
      }),
    );
    expect(none.associations).toEqual([]);
  });

  it('tells how long EKS supports a version', async () => {
    const versions = [];
    for await (const page of paginateDescribeClusterVersions(
      { client: eks },
      { includeAll: true },
    )) {
      versions.push(...(page.clusterVersions ?? []));
    }
    expect(versions).toMatchObject([
      { clusterVersion: '1.34', versionStatus: 'STANDARD_SUPPORT' },
    ]);
  });
});

it('generates a role a cluster, and some that lack an action', () => {
  const world = generate({ size: 'M', seed: 1 });
  const [step] = world.steps;
  const scopes = [step, ...(step.otherScopes ?? [])];
  const texts = scopes.flatMap(({ aws }) =>
    Object.values(
      (aws.get('iam/GetPolicyVersion') ?? {}) as Record<string, JsonValue>,
    ).map(version => JSON.stringify(version)),
  );
  expect(texts).toHaveLength(step.clusters.size);
  const short = texts.filter(text => !text.includes('SetRulePriorities'));
  expect(short.length).toBeGreaterThan(0);
  expect(short.length).toBeLessThan(texts.length);
  const [[name, { files }]] = step.clusters;
  expect(JSON.stringify(files.get('api/v1/serviceaccounts'))).toContain(
    `role/${name}-aws-load-balancer-controller`,
  );
});
