import { JsonObject } from '../json';
import { regionCode } from '../rewrite';
import { Tag, stackTags } from './awsTags';
import { listenerPorts } from './owners';
import { ClusterPlan, ScopePlan, StackPlan } from './plan';

/** The ARN of something of EC2. */
function ec2Arn(scope: ScopePlan, resource: string): string {
  return `arn:aws:ec2:${scope.region}:${scope.accountId}:${resource}`;
}

export function vpcs({ accountId, vpcId }: ScopePlan): JsonObject[] {
  return [
    {
      OwnerId: accountId,
      InstanceTenancy: 'default',
      Ipv6CidrBlockAssociationSet: [],
      CidrBlockAssociationSet: [
        {
          AssociationId: vpcId.replace('vpc-', 'vpc-cidr-assoc-'),
          CidrBlock: '10.20.0.0/16',
          CidrBlockState: { State: 'associated' },
        },
      ],
      IsDefault: false,
      Tags: [{ Key: 'Name', Value: 'vpc-main' }],
      VpcId: vpcId,
      State: 'available',
      CidrBlock: '10.20.0.0/16',
      DhcpOptionsId: 'default',
    },
  ];
}

export function subnets(scope: ScopePlan): JsonObject[] {
  return [0, 1, 2].flatMap(zone => [
    subnet(scope, zone, 'private'),
    subnet(scope, zone, 'public'),
  ]);
}

function subnet(
  scope: ScopePlan,
  zone: number,
  kind: 'public' | 'private',
): JsonObject {
  const { accountId, region, vpcId } = scope;
  const isPublic = kind === 'public';
  const id = (isPublic ? scope.publicSubnets : scope.privateSubnets)[zone];
  const name = `${region}${'abc'[zone]}`;
  return {
    AvailabilityZoneId: `${regionCode(region)}-az${zone + 1}`,
    OwnerId: accountId,
    AssignIpv6AddressOnCreation: false,
    Ipv6CidrBlockAssociationSet: [],
    Tags: [
      {
        Key: `kubernetes.io/role/${isPublic ? 'elb' : 'internal-elb'}`,
        Value: '1',
      },
      { Key: 'Name', Value: `${kind}-${name}` },
    ],
    SubnetArn: ec2Arn(scope, `subnet/${id}`),
    Ipv6Native: false,
    SubnetId: id,
    State: 'available',
    VpcId: vpcId,
    CidrBlock: isPublic
      ? `10.20.${192 + zone * 16}.0/20`
      : `10.20.${zone * 64}.0/18`,
    AvailableIpAddressCount: isPublic ? 4091 : 16379,
    AvailabilityZone: name,
    DefaultForAz: false,
    MapPublicIpOnLaunch: false,
  };
}

/** The security groups of a cluster: its nodes', the shared one, one a stack. */
export function securityGroups(cluster: ClusterPlan): JsonObject[] {
  const { scope, nodeGroupId, backendGroup } = cluster;
  return [
    securityGroup(scope, {
      id: nodeGroupId,
      name: `eks-node-${cluster.name}`,
      description: 'nodes of the cluster',
      tags: nodeTags(cluster),
      permissions: [
        {
          IpProtocol: 'tcp',
          FromPort: 0,
          ToPort: 65535,
          UserIdGroupPairs: [
            {
              Description: 'elbv2.k8s.aws/targetGroupBinding=shared',
              UserId: scope.accountId,
              GroupId: backendGroup.id,
            },
          ],
          IpRanges: [],
          Ipv6Ranges: [],
          PrefixListIds: [],
        },
      ],
    }),
    securityGroup(scope, {
      id: backendGroup.id,
      name: backendGroup.name,
      description: '[k8s] Shared Backend SecurityGroup for LoadBalancer',
      tags: backendTags(cluster),
      permissions: [],
    }),
    ...cluster.stacks.map(stack =>
      securityGroup(scope, {
        ...stack.securityGroup,
        description: '[k8s] Managed SecurityGroup for LoadBalancer',
        tags: stackTags(stack, 'ManagedLBSecurityGroup'),
        permissions: openPorts(stack),
      }),
    ),
  ];
}

function securityGroup(
  scope: ScopePlan,
  options: {
    id: string;
    name: string;
    description: string;
    tags: Tag[];
    permissions: JsonObject[];
  },
): JsonObject {
  return {
    GroupId: options.id,
    IpPermissionsEgress: [
      {
        IpProtocol: '-1',
        UserIdGroupPairs: [],
        IpRanges: [{ CidrIp: '0.0.0.0/0' }],
        Ipv6Ranges: [],
        PrefixListIds: [],
      },
    ],
    Tags: options.tags,
    VpcId: scope.vpcId,
    SecurityGroupArn: ec2Arn(scope, `security-group/${options.id}`),
    OwnerId: scope.accountId,
    GroupName: options.name,
    Description: options.description,
    IpPermissions: options.permissions,
  };
}

function openPorts(stack: StackPlan): JsonObject[] {
  return listenerPorts(stack).map(port => ({
    IpProtocol: 'tcp',
    FromPort: port,
    ToPort: port,
    UserIdGroupPairs: [],
    IpRanges: [{ Description: '', CidrIp: '0.0.0.0/0' }],
    Ipv6Ranges: [],
    PrefixListIds: [],
  }));
}

/** What the tagging API says about EC2's resources of a scope. */
export function networkTags(
  scope: ScopePlan,
  clusters: ClusterPlan[],
): JsonObject[] {
  const groups = clusters
    .flatMap(securityGroups)
    .map(({ SecurityGroupArn, Tags }) => ({
      ResourceARN: SecurityGroupArn,
      Tags,
    }));
  const inVpc = subnets(scope).map(({ SubnetArn, Tags }) => ({
    ResourceARN: SubnetArn,
    Tags,
  }));
  return [...groups, ...inVpc];
}

function nodeTags({ name }: ClusterPlan): Tag[] {
  return [
    { Key: 'Name', Value: `eks-node-${name}` },
    { Key: `kubernetes.io/cluster/${name}`, Value: 'owned' },
  ];
}

function backendTags({ name }: ClusterPlan): Tag[] {
  return [
    { Key: 'elbv2.k8s.aws/cluster', Value: name },
    { Key: 'elbv2.k8s.aws/resource', Value: 'backend-sg' },
  ];
}
