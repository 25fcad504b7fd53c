import { Reference, reference } from '../../facts';
import { ServiceObject, ServicePort } from '../../../inventory/objects';
import { BuildContext } from '../context';
import { AnnotationReader } from '../parts/annotations';
import { bindingNetworking } from '../parts/networking';
import { controllerName } from '../parts/names';
import { str } from '../parts/read';
import { oneOf, refuse } from '../parts/refused';
import {
  checkTargetGroupPort,
  hasIpv6,
  healthCheckPort,
  lookupPort,
  targetGroupAddressType,
  targetGroupPort,
  targetPort,
} from '../parts/services';
import { ExpectedHealthCheck, ExpectedTargetGroup } from '../types';
import { INGRESS_PREFIX, Member, annotationsOf } from './members';
import { SecurityGroups } from './securityGroups';
import { tagsOfBackend } from './tags';

/** What target groups of a group of Ingresses are built with. */
export interface TargetGroupContext {
  context: BuildContext;
  securityGroups: SecurityGroups;
  ipAddressType: string;
}

const PROTOCOLS = ['HTTP', 'HTTPS'] as const;

function healthCheckOf(options: {
  reader: AnnotationReader;
  service: ServiceObject;
  targetType: string;
  protocol: string;
  version: string;
}): ExpectedHealthCheck {
  const { reader, service, targetType, protocol, version } = options;
  const isGrpc = version === 'GRPC';
  const code = reader.text('success-codes') ?? (isGrpc ? '12' : '200');
  return {
    port: healthCheckPort({
      raw: reader.text('healthcheck-port'),
      service,
      targetType,
    }),
    protocol: oneOf(
      reader.text('healthcheck-protocol') ?? protocol,
      PROTOCOLS,
      reader.nameOf('healthcheck-protocol'),
    ),
    path:
      reader.text('healthcheck-path') ??
      (isGrpc ? '/AWS.ALB/healthcheck' : '/'),
    matcher: isGrpc ? { grpcCode: code } : { httpCode: code },
    intervalSeconds: reader.int('healthcheck-interval-seconds') ?? 15,
    timeoutSeconds: reader.int('healthcheck-timeout-seconds') ?? 5,
    healthyThresholdCount: reader.int('healthy-threshold-count') ?? 2,
    unhealthyThresholdCount: reader.int('unhealthy-threshold-count') ?? 2,
  };
}

function targetTypeOf(
  { settings }: BuildContext,
  reader: AnnotationReader,
  { params }: Member,
): 'ip' | 'instance' {
  const type = oneOf(
    str(params?.targetType) ||
      (reader.text('target-type') ?? settings.defaultTargetType),
    ['instance', 'ip'],
    reader.nameOf('target-type'),
  );
  return type === 'ip' && !settings.enableIpTargetType
    ? refuse('drift.refused.ip-targets-off')
    : type;
}

function targetGroupOf(options: {
  shared: TargetGroupContext;
  reader: AnnotationReader;
  member: Member;
  service: ServiceObject;
  port: string | number;
  servicePort: ServicePort;
}): ExpectedTargetGroup {
  const { shared, reader, member, service, port, servicePort } = options;
  const { context, ipAddressType } = shared;
  const targetType = targetTypeOf(context, reader, member);
  const protocol = oneOf(
    reader.text('backend-protocol') ?? 'HTTP',
    PROTOCOLS,
    reader.nameOf('backend-protocol'),
  );
  const protocolVersion = oneOf(
    reader.text('backend-protocol-version') ?? 'HTTP1',
    ['HTTP1', 'HTTP2', 'GRPC'],
    reader.nameOf('backend-protocol-version'),
  );
  const { namespace, name } = member.ingress.metadata;
  const groupPort = targetGroupPort(targetType, servicePort);
  const targetControlPort = reader.int(
    `target-control-port.${service.metadata.name}.${port}`,
  );
  if (targetType === 'instance' && targetControlPort !== undefined) {
    refuse('drift.refused.control-port-of-instances');
  }
  checkTargetGroupPort(groupPort, targetType);
  return {
    name: controllerName({
      namespace: service.metadata.namespace,
      name: service.metadata.name,
      hash: [
        context.clusterName,
        context.model.stack,
        namespace,
        name,
        service.metadata.uid,
        port,
        groupPort,
        targetType,
        protocol,
        protocolVersion,
        targetControlPort,
      ],
    }),
    targetType,
    port: groupPort,
    protocol,
    protocolVersion,
    ipAddressType: targetGroupAddressType(service, hasIpv6(ipAddressType)),
    targetControlPort,
    healthCheck: healthCheckOf({
      reader,
      service,
      targetType,
      protocol,
      version: protocolVersion,
    }),
    attributes: reader.map('target-group-attributes') ?? {},
    tags: tagsOfBackend(context, member, service),
  };
}

function multiCluster(member: Member, service: ServiceObject): boolean {
  const suffix = 'multi-cluster-target-group';
  const { annotations = {} } = service.metadata;
  return (
    member.annotations.bool(suffix) ||
    (`${INGRESS_PREFIX}/${suffix}` in annotations &&
      (AnnotationReader.create({
        prefix: INGRESS_PREFIX,
        sources: [annotations],
      }).bool(suffix) ??
        false))
  );
}

/** `buildTargetGroup`, with the binding that goes with it; each once. */
export function buildTargetGroup(
  shared: TargetGroupContext,
  options: { member: Member; service: ServiceObject; port: string | number },
): Reference {
  const { member, service, port } = options;
  const { model, settings, vpcId } = shared.context;
  const { namespace, name } = member.ingress.metadata;
  const id = `${namespace}/${name}-${service.metadata.name}:${port}`;
  if (Object.hasOwn(model.targetGroups, id)) {
    return reference('target-group', id);
  }
  const servicePort = lookupPort(service, port);
  const reader = annotationsOf(member, service);
  const group = targetGroupOf({
    shared,
    reader,
    member,
    service,
    port,
    servicePort,
  });
  const nodeLabels =
    group.targetType === 'instance'
      ? reader.map('target-node-labels') ?? {}
      : {};
  model.targetGroups[id] = group;
  model.targetGroupBindings[id] = {
    namespace: service.metadata.namespace,
    name: group.name,
    targetType: group.targetType,
    serviceRef: { name: service.metadata.name, port },
    networking: bindingNetworking({
      backend: shared.securityGroups.backend,
      anyPort: settings.disableRestrictedRules,
      ports: [
        targetPort(group.targetType, servicePort),
        ...(group.healthCheck.port === 'traffic-port'
          ? []
          : [Number(group.healthCheck.port)]),
        ...(group.targetControlPort === undefined
          ? []
          : [group.targetControlPort]),
      ],
    }),
    ...(Object.keys(nodeLabels).length > 0 && {
      nodeSelector: { matchLabels: nodeLabels },
    }),
    ipAddressType: group.ipAddressType,
    vpcId: vpcId ?? { notModelled: 'vpc' },
    ...(multiCluster(member, service) && { multiCluster: true }),
    targetGroupProtocol: group.protocol,
  };
  return reference('target-group', id);
}
