import {
  AwsListener,
  AwsLoadBalancer,
  AwsSecurityGroup,
  AwsTargetGroupDetail,
  StackDetail,
  Tags,
} from '@lbc-backstage/plugin-lbc-common';
import { z } from 'zod';
import { PlanAws } from './planFile';
import { actionSchema, pairs, ruleSchema, text, texts } from './ruleSchemas';

/** AWS' answers as recordings hold them, for one load balancer. */

const loadBalancerSchema = z
  .object({
    LoadBalancerArn: z.string(),
    LoadBalancerName: z.string(),
    DNSName: z.string().default(''),
    Type: z.enum(['application', 'network', 'gateway']),
    Scheme: text,
    VpcId: text,
    IpAddressType: text,
    State: z.object({ Code: z.string() }).default({ Code: 'active' }),
    AvailabilityZones: z
      .array(z.object({ ZoneName: text, SubnetId: text }))
      .default([]),
    SecurityGroups: z.array(z.string()).default([]),
  })
  .transform(
    (lb): AwsLoadBalancer => ({
      arn: lb.LoadBalancerArn,
      name: lb.LoadBalancerName,
      dnsName: lb.DNSName,
      type: lb.Type,
      scheme: lb.Scheme,
      vpcId: lb.VpcId,
      ipAddressType: lb.IpAddressType,
      state: { code: lb.State.Code },
      availabilityZones: lb.AvailabilityZones.map(zone => ({
        zoneName: zone.ZoneName,
        subnetId: zone.SubnetId,
      })),
      securityGroups: lb.SecurityGroups,
    }),
  );

const certificates = z
  .array(
    z.object({
      CertificateArn: z.string(),
      IsDefault: z.boolean().optional(),
    }),
  )
  .optional();

const listenerSchema = z
  .object({
    ListenerArn: z.string(),
    LoadBalancerArn: z.string(),
    Port: z.number(),
    Protocol: z.string(),
    SslPolicy: text,
    AlpnPolicy: texts,
    Certificates: certificates,
    ListenerCertificates: certificates,
    MutualAuthentication: z
      .object({ Mode: text, TrustStoreArn: text })
      .optional(),
    Attributes: pairs,
    Tags: pairs,
    DefaultActions: z.array(actionSchema).default([]),
    Rules: z.array(ruleSchema).optional(),
  })
  .transform(listener => {
    const { Rules: rules, ListenerCertificates: all } = listener;
    const first =
      all?.find(each => each.IsDefault)?.CertificateArn ??
      listener.Certificates?.[0]?.CertificateArn;
    const mutual = listener.MutualAuthentication;
    return {
      loadBalancerArn: listener.LoadBalancerArn,
      tags: [
        [listener.ListenerArn, listener.Tags] as const,
        ...(rules ?? []).map(each => [each.rule.arn, each.tags] as const),
      ],
      listener: {
        arn: listener.ListenerArn,
        port: listener.Port,
        protocol: listener.Protocol,
        sslPolicy: listener.SslPolicy,
        alpnPolicy: listener.AlpnPolicy,
        certificateArn: first,
        extraCertificateArns: all
          ?.map(each => each.CertificateArn)
          .filter(arn => arn !== first),
        ...(mutual && {
          mutualAuthentication: {
            mode: mutual.Mode,
            trustStoreArn: mutual.TrustStoreArn,
          },
        }),
        attributes: listener.Attributes,
        defaultActions: listener.DefaultActions,
        rules: rules
          ?.filter(({ isDefault }) => !isDefault)
          .map(({ rule }) => rule),
      } satisfies AwsListener,
    };
  });

const targetGroupSchema = z
  .object({
    TargetGroupArn: z.string(),
    TargetGroupName: z.string(),
    Protocol: text,
    ProtocolVersion: text,
    Port: z.number().optional(),
    TargetType: text,
    LoadBalancerArns: z.array(z.string()).default([]),
    HealthCheckProtocol: text,
    HealthCheckPort: text,
    HealthCheckPath: text,
    HealthCheckIntervalSeconds: z.number().optional(),
    HealthCheckTimeoutSeconds: z.number().optional(),
    HealthyThresholdCount: z.number().optional(),
    UnhealthyThresholdCount: z.number().optional(),
    Matcher: z.object({ HttpCode: text, GrpcCode: text }).optional(),
    Attributes: pairs,
    Tags: pairs,
  })
  .transform(group => ({
    arn: group.TargetGroupArn,
    tags: group.Tags,
    detail: {
      attributes: group.Attributes,
      targetGroup: {
        arn: group.TargetGroupArn,
        name: group.TargetGroupName,
        protocol: group.Protocol,
        protocolVersion: group.ProtocolVersion,
        port: group.Port,
        targetType: group.TargetType,
        loadBalancerArns: group.LoadBalancerArns,
        healthCheck: {
          protocol: group.HealthCheckProtocol,
          port: group.HealthCheckPort,
          path: group.HealthCheckPath,
          matcher: group.Matcher?.HttpCode ?? group.Matcher?.GrpcCode,
          intervalSeconds: group.HealthCheckIntervalSeconds,
          timeoutSeconds: group.HealthCheckTimeoutSeconds,
          healthyThresholdCount: group.HealthyThresholdCount,
          unhealthyThresholdCount: group.UnhealthyThresholdCount,
        },
      },
    } satisfies AwsTargetGroupDetail,
  }));

const permissionSchema = z
  .object({
    IpProtocol: z.string(),
    FromPort: z.number().optional(),
    ToPort: z.number().optional(),
    IpRanges: z.array(z.object({ CidrIp: z.string() })).default([]),
    Ipv6Ranges: z.array(z.object({ CidrIpv6: z.string() })).default([]),
    PrefixListIds: z.array(z.object({ PrefixListId: z.string() })).default([]),
    UserIdGroupPairs: z.array(z.object({ GroupId: z.string() })).default([]),
  })
  .transform(permission =>
    [
      ...permission.IpRanges.map(({ CidrIp }) => CidrIp),
      ...permission.Ipv6Ranges.map(({ CidrIpv6 }) => CidrIpv6),
      ...permission.PrefixListIds.map(({ PrefixListId }) => PrefixListId),
      ...permission.UserIdGroupPairs.map(({ GroupId }) => GroupId),
    ].map(source => ({
      protocol: permission.IpProtocol,
      fromPort: permission.FromPort,
      toPort: permission.ToPort,
      source,
    })),
  );

const securityGroupSchema = z
  .object({
    GroupId: z.string(),
    GroupName: z.string(),
    VpcId: text,
    Tags: pairs,
    IpPermissions: z.array(permissionSchema).optional(),
  })
  .transform(
    (group): AwsSecurityGroup => ({
      id: group.GroupId,
      name: group.GroupName,
      vpcId: group.VpcId,
      tags: group.Tags ?? {},
      ingress: group.IpPermissions?.flat(),
    }),
  );

/** Every load balancer of what AWS had, with all that belongs to it. */
export function detailsOf(aws: PlanAws, observedAt: string): StackDetail[] {
  const listeners = z.array(listenerSchema).parse(aws.listeners ?? []);
  const groups = z.array(targetGroupSchema).parse(aws.targetGroups ?? []);
  const securityGroups = z
    .array(securityGroupSchema)
    .parse(aws.securityGroups ?? []);
  return (aws.loadBalancers ?? []).map((raw): StackDetail => {
    const loadBalancer = loadBalancerSchema.parse(raw);
    const { attributes, own } = z
      .object({ Attributes: pairs, Tags: pairs })
      .transform(({ Attributes, Tags: of }) => ({
        attributes: Attributes,
        own: of,
      }))
      .parse(raw);
    const { arn } = loadBalancer;
    const ofIt = listeners.filter(each => each.loadBalancerArn === arn);
    const targetGroups = groups.filter(({ detail }) =>
      detail.targetGroup.loadBalancerArns.includes(arn),
    );
    const tags: Array<readonly [string, Tags | undefined]> = [
      [arn, own],
      ...ofIt.flatMap(each => each.tags),
      ...targetGroups.map(each => [each.arn, each.tags] as const),
    ];
    return {
      loadBalancerArn: arn,
      observedAt,
      loadBalancer,
      loadBalancerAttributes: attributes,
      listeners: ofIt.map(({ listener }) => listener),
      targetGroups: targetGroups.map(({ detail }) => detail),
      tags: Object.fromEntries(
        tags.flatMap(([key, value]) => (value ? [[key, value]] : [])),
      ),
      securityGroups,
      notRead: [],
    };
  });
}
