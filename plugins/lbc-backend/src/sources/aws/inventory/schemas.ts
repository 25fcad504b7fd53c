import {
  AwsLoadBalancer,
  AwsTargetGroup,
  TargetHealth,
} from '@lbc-backstage/plugin-lbc-common';
import { z } from 'zod';

// The SDK says what AWS ought to send, not what came.

export const loadBalancerSchema = z
  .object({
    LoadBalancerArn: z.string().min(1),
    LoadBalancerName: z.string().min(1),
    DNSName: z.string().optional(),
    Type: z.enum(['application', 'network', 'gateway']),
    Scheme: z.string().optional(),
    VpcId: z.string().optional(),
    State: z.object({ Code: z.string(), Reason: z.string().optional() }),
    CreatedTime: z.date().optional(),
    IpAddressType: z.string().optional(),
    AvailabilityZones: z
      .array(
        z.object({
          ZoneName: z.string().optional(),
          SubnetId: z.string().optional(),
        }),
      )
      .optional(),
    SecurityGroups: z.array(z.string()).optional(),
  })
  .transform(
    (lb): AwsLoadBalancer => ({
      arn: lb.LoadBalancerArn,
      name: lb.LoadBalancerName,
      // Gateway load balancers have none.
      dnsName: lb.DNSName ?? '',
      type: lb.Type,
      scheme: lb.Scheme,
      vpcId: lb.VpcId,
      state: {
        code: lb.State.Code,
        ...(lb.State.Reason && { reason: lb.State.Reason }),
      },
      createdAt: lb.CreatedTime?.toISOString(),
      ipAddressType: lb.IpAddressType,
      availabilityZones: (lb.AvailabilityZones ?? []).map(zone => ({
        zoneName: zone.ZoneName,
        subnetId: zone.SubnetId,
      })),
      securityGroups: lb.SecurityGroups ?? [],
    }),
  );

export const targetGroupSchema = z
  .object({
    TargetGroupArn: z.string().min(1),
    TargetGroupName: z.string().min(1),
    Protocol: z.string().optional(),
    ProtocolVersion: z.string().optional(),
    Port: z.number().optional(),
    VpcId: z.string().optional(),
    TargetType: z.string().optional(),
    IpAddressType: z.string().optional(),
    LoadBalancerArns: z.array(z.string()).optional(),
    HealthCheckProtocol: z.string().optional(),
    HealthCheckPort: z.string().optional(),
    HealthCheckPath: z.string().optional(),
    HealthCheckIntervalSeconds: z.number().optional(),
    HealthCheckTimeoutSeconds: z.number().optional(),
    HealthyThresholdCount: z.number().optional(),
    UnhealthyThresholdCount: z.number().optional(),
    Matcher: z
      .object({
        HttpCode: z.string().optional(),
        GrpcCode: z.string().optional(),
      })
      .optional(),
  })
  .transform(
    (group): AwsTargetGroup => ({
      arn: group.TargetGroupArn,
      name: group.TargetGroupName,
      protocol: group.Protocol,
      protocolVersion: group.ProtocolVersion,
      port: group.Port,
      vpcId: group.VpcId,
      targetType: group.TargetType,
      ipAddressType: group.IpAddressType,
      loadBalancerArns: group.LoadBalancerArns ?? [],
      healthCheck: {
        protocol: group.HealthCheckProtocol,
        port: group.HealthCheckPort,
        path: group.HealthCheckPath,
        intervalSeconds: group.HealthCheckIntervalSeconds,
        timeoutSeconds: group.HealthCheckTimeoutSeconds,
        healthyThresholdCount: group.HealthyThresholdCount,
        unhealthyThresholdCount: group.UnhealthyThresholdCount,
        matcher: group.Matcher?.HttpCode ?? group.Matcher?.GrpcCode,
      },
    }),
  );

export const targetHealthSchema = z
  .object({
    Target: z.object({
      Id: z.string(),
      Port: z.number().optional(),
      AvailabilityZone: z.string().optional(),
    }),
    TargetHealth: z.object({
      State: z.string(),
      Reason: z.string().optional(),
      Description: z.string().optional(),
    }),
    AdministrativeOverride: z
      .object({ State: z.string().optional() })
      .optional(),
  })
  .transform(
    ({
      Target: target,
      TargetHealth: health,
      AdministrativeOverride: override,
    }): TargetHealth => ({
      id: target.Id,
      port: target.Port,
      availabilityZone: target.AvailabilityZone,
      state: health.State,
      reason: health.Reason,
      description: health.Description,
      administrativeOverride: override?.State,
    }),
  );

/** Tags as both APIs write them. */
export const tagListSchema = z
  .array(z.object({ Key: z.string(), Value: z.string().optional() }))
  .transform(tags =>
    Object.fromEntries(tags.map(({ Key: key, Value }) => [key, Value ?? ''])),
  );
