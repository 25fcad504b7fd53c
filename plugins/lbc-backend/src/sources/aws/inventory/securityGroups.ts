import {
  ManagedSecurityGroup,
  Tags,
  message,
  parseArn,
} from '@lbc-backstage/plugin-lbc-common';
import { paginateGetResources } from '@aws-sdk/client-resource-groups-tagging-api';
import { z } from 'zod';
import { AwsFailure } from '../failures';
import { ResourceCollector } from './ResourceCollector';
import { ScopeCaller } from './ScopeCaller';
import { AwsOutcome, outcomeOf } from './lists';
import { tagListSchema } from './schemas';

/**
 * Keys of tags that controllers put on the security groups that they make. The
 * key `kubernetes.io/cluster/<name>` holds the cluster's name, so nobody can
 * ask for it without knowing every name; it proves no ownership either.
 */
export const SECURITY_GROUP_TAG_KEYS = [
  'elbv2.k8s.aws/cluster',
  'ingress.k8s.aws/stack',
  'service.k8s.aws/stack',
  'gateway.k8s.aws.alb/stack',
  'gateway.k8s.aws.nlb/stack',
  'ingress.eks.amazonaws.com/stack',
  'service.eks.amazonaws.com/stack',
] as const;

const EC2_OPERATION = 'ec2:DescribeSecurityGroups';
const EC2_PAGE_SIZE = 500;
const TAGGING_OPERATION = 'tag:GetResources';
const TAGGING_PAGE_SIZE = 100;

const groupSchema = z
  .object({
    SecurityGroupArn: z.string().min(1),
    GroupId: z.string().min(1),
    GroupName: z.string(),
    Description: z.string().optional(),
    VpcId: z.string().optional(),
    Tags: tagListSchema.optional(),
  })
  .transform(
    (group): ManagedSecurityGroup => ({
      arn: group.SecurityGroupArn,
      id: group.GroupId,
      name: group.GroupName,
      description: group.Description,
      vpcId: group.VpcId,
      tags: group.Tags ?? {},
    }),
  );

const mappingSchema = z.object({
  ResourceARN: z.string(),
  Tags: tagListSchema.optional(),
});

/**
 * Security groups that controllers made. EC2 says that they exist; where it is
 * denied, the tagging API tells of some, which nobody confirmed.
 */
export async function readSecurityGroups(
  caller: ScopeCaller,
): Promise<AwsOutcome<ManagedSecurityGroup>> {
  const described = await describeGroups(caller);
  if (described.coverage !== 'denied') {
    return described;
  }
  const tagged = new Map<string, ManagedSecurityGroup>();
  for (const key of SECURITY_GROUP_TAG_KEYS) {
    if (await findTagged(caller, key, tagged)) {
      return described;
    }
  }
  return {
    coverage: 'partial',
    reason: message('source.aws-security-groups-unconfirmed', {
      accountId: caller.scope.accountId,
    }),
    items: [...tagged.values()],
  };
}

async function describeGroups(
  caller: ScopeCaller,
): Promise<AwsOutcome<ManagedSecurityGroup>> {
  const { paginateDescribeSecurityGroups } = await import(
    '@aws-sdk/client-ec2'
  );
  const collector = new ResourceCollector({
    schema: groupSchema,
    operation: EC2_OPERATION,
    scopeId: caller.scope.id,
    parseArn,
  });
  const failure = await caller.readPages({
    service: 'ec2',
    operation: EC2_OPERATION,
    pages: paginateDescribeSecurityGroups(
      { client: await caller.clients.ec2(), pageSize: EC2_PAGE_SIZE },
      { Filters: [{ Name: 'tag-key', Values: [...SECURITY_GROUP_TAG_KEYS] }] },
      caller.sendOptions,
    ),
    tokenOf: page => page.NextToken,
    // An empty set is an empty element, which the SDK reads as a list.
    listOf: page => page.SecurityGroups,
    // Groups that another account shares with this one are not of this scope.
    take: list =>
      collector.add(list.filter(each => !isShared(each, caller.scope))),
  });
  return outcomeOf(collector, failure);
}

function isShared(group: unknown, scope: { accountId: string }): boolean {
  const { OwnerId: owner } = z
    .object({ OwnerId: z.string().optional() })
    .catch({})
    .parse(group);
  return owner !== undefined && owner !== scope.accountId;
}

async function findTagged(
  caller: ScopeCaller,
  key: string,
  found: Map<string, ManagedSecurityGroup>,
): Promise<AwsFailure | undefined> {
  return caller.readPages({
    service: 'tagging-security-groups',
    operation: TAGGING_OPERATION,
    pages: paginateGetResources(
      { client: caller.clients.tagging, pageSize: TAGGING_PAGE_SIZE },
      {
        ResourceTypeFilters: ['ec2:security-group'],
        TagFilters: [{ Key: key }],
      },
      caller.sendOptions,
    ),
    tokenOf: page => page.PaginationToken,
    listOf: page => page.ResourceTagMappingList,
    take: mappings => {
      for (const raw of mappings) {
        const mapping = mappingSchema.safeParse(raw).data;
        const group = mapping && unconfirmed(mapping.ResourceARN, mapping.Tags);
        if (group) {
          found.set(group.arn, group);
        }
      }
      return undefined;
    },
  });
}

/** What an ARN and tags alone say of a group: not its name, nor its VPC. */
function unconfirmed(
  arn: string,
  tags: Tags = {},
): ManagedSecurityGroup | undefined {
  const [type, id] = parseArn(arn)?.resource.split('/') ?? [];
  return type === 'security-group' && id
    ? { arn, id, name: id, tags }
    : undefined;
}
