import {
  AwsSecurityGroup,
  AwsSecurityGroupRule,
} from '@lbc-backstage/plugin-lbc-common';
import { z } from 'zod';
import { tagListSchema } from '../inventory/schemas';
import { DetailReader } from './DetailReader';

const described = { Description: z.string().optional() };

const permissionSchema = z
  .object({
    IpProtocol: z.string(),
    FromPort: z.number().optional(),
    ToPort: z.number().optional(),
    IpRanges: z
      .array(z.object({ CidrIp: z.string(), ...described }))
      .optional(),
    Ipv6Ranges: z
      .array(z.object({ CidrIpv6: z.string(), ...described }))
      .optional(),
    PrefixListIds: z
      .array(z.object({ PrefixListId: z.string(), ...described }))
      .optional(),
    UserIdGroupPairs: z
      .array(z.object({ GroupId: z.string(), ...described }))
      .optional(),
  })
  .transform((permission): AwsSecurityGroupRule[] => {
    const { IpProtocol: protocol, FromPort, ToPort } = permission;
    const sources = [
      ...(permission.IpRanges ?? []).map(each => [each.CidrIp, each] as const),
      ...(permission.Ipv6Ranges ?? []).map(
        each => [each.CidrIpv6, each] as const,
      ),
      ...(permission.PrefixListIds ?? []).map(
        each => [each.PrefixListId, each] as const,
      ),
      ...(permission.UserIdGroupPairs ?? []).map(
        each => [each.GroupId, each] as const,
      ),
    ];
    return sources.map(([source, { Description: description }]) => ({
      protocol,
      ...(FromPort !== undefined && { fromPort: FromPort }),
      ...(ToPort !== undefined && { toPort: ToPort }),
      source,
      ...(description !== undefined && { description }),
    }));
  });

const groupSchema = z
  .object({
    GroupId: z.string().min(1),
    GroupName: z.string(),
    Description: z.string().optional(),
    VpcId: z.string().optional(),
    Tags: tagListSchema.optional(),
    IpPermissions: z.array(permissionSchema).optional(),
  })
  .transform(
    (group): AwsSecurityGroup => ({
      id: group.GroupId,
      name: group.GroupName,
      ...(group.VpcId !== undefined && { vpcId: group.VpcId }),
      ...(group.Description !== undefined && {
        description: group.Description,
      }),
      tags: group.Tags ?? {},
      ...(group.IpPermissions && { ingress: group.IpPermissions.flat() }),
    }),
  );

/** The security groups of a load balancer with what they let in, in one call. */
export async function readSecurityGroups(
  reader: DetailReader,
  groupIds: readonly string[],
): Promise<AwsSecurityGroup[] | undefined> {
  const { DescribeSecurityGroupsCommand } = await import('@aws-sdk/client-ec2');
  const { clients, sendOptions } = reader.caller;
  const client = await clients.ec2();
  return reader.answer({
    service: 'ec2',
    operation: 'ec2:DescribeSecurityGroups',
    send: () =>
      client.send(
        new DescribeSecurityGroupsCommand({ GroupIds: [...groupIds] }),
        sendOptions,
      ),
    listOf: answer => answer.SecurityGroups,
    schema: groupSchema,
  });
}
