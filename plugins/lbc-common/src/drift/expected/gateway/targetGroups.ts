import { ServiceObject, ServicePort } from '../../../inventory/objects';
import { Fact, Reference, notModelled, reference } from '../../facts';
import { BuildContext } from '../context';
import { controllerName } from '../parts/names';
import { Json, bool, keyValues, num, obj, str, strMap } from '../parts/read';
import { oneOf, refuse } from '../parts/refused';
import {
  checkTargetGroupPort,
  hasIpv6,
  healthCheckPort,
  targetGroupAddressType,
  targetGroupPort,
  targetPort,
} from '../parts/services';
import { checkExternalTags, withDefaultTags } from '../parts/tags';
import { ExpectedHealthCheck, ExpectedNetworkingRule } from '../types';
import { AttachedRoute } from './attach';
import { RouteBackend } from './backends';

/** What the target groups of a Gateway are built with. */
export interface GatewayContext {
  context: BuildContext;
  type: 'alb' | 'nlb';
  gateway: { namespace: string; name: string };
  ipAddressType: string;
  /** Undefined where the controller leaves the targets' groups alone. */
  backendGroup: Reference | string | undefined;
  /** An NLB without groups: the targets let in its subnets. */
  isWithoutGroups: boolean;
  /** What the Gateway wants on everything that is made for it. */
  infrastructure: {
    annotations?: Record<string, string>;
    labels?: Record<string, string>;
  };
}

const ROUTE_PROTOCOLS: Readonly<Record<string, string>> = {
  TCPRoute: 'TCP',
  UDPRoute: 'UDP',
  HTTPRoute: 'HTTP',
  GRPCRoute: 'HTTP',
  TLSRoute: 'TLS',
};
const WITH_UDP = ['UDP', 'TCP_UDP', 'QUIC', 'TCP_QUIC'];

function protocolOf(
  type: 'alb' | 'nlb',
  props: Json | undefined,
  kind: string,
  listenerProtocol: string,
): string {
  if (
    type === 'nlb' &&
    ['TCP_UDP', 'QUIC', 'TCP_QUIC'].includes(listenerProtocol)
  ) {
    return listenerProtocol;
  }
  const named = str(props?.protocol);
  if (named === undefined) {
    return ROUTE_PROTOCOLS[kind];
  }
  return oneOf(
    named,
    type === 'alb' ? ['HTTP', 'HTTPS'] : ['TCP', 'TLS', 'UDP', 'TCP_UDP'],
    'TargetGroupConfiguration protocol',
  );
}

function versionOf(options: {
  type: 'alb' | 'nlb';
  props: Json | undefined;
  port: ServicePort;
  kind: string;
  listenerProtocol: string;
}): string | undefined {
  const { type, props, port, kind, listenerProtocol } = options;
  if (type === 'nlb') {
    return undefined;
  }
  if (listenerProtocol !== 'HTTPS') {
    return 'HTTP1';
  }
  if (str(props?.protocolVersion) !== undefined) {
    return str(props?.protocolVersion);
  }
  if (kind === 'GRPCRoute') {
    return 'GRPC';
  }
  return port.appProtocol === 'kubernetes.io/h2c' ? 'HTTP2' : 'HTTP1';
}

function matcherOf(matcher: Json | undefined, isGrpc: boolean) {
  return isGrpc
    ? { grpcCode: str(matcher?.grpcCode) ?? '12' }
    : { httpCode: str(matcher?.httpCode) ?? '200-399' };
}

function healthCheckOf(options: {
  type: 'alb' | 'nlb';
  service: ServiceObject;
  config: Json | undefined;
  targetType: string;
  protocol: string;
  version: string | undefined;
}): ExpectedHealthCheck {
  const { type, service, config, targetType, protocol, version } = options;
  const isLocal =
    targetType === 'instance' &&
    service.spec?.externalTrafficPolicy === 'Local' &&
    type === 'nlb';
  const namedPort = str(config?.healthCheckPort);
  const fallback = isLocal ? 'HTTP' : 'TCP';
  const named = str(config?.healthCheckProtocol);
  const hcProtocol = named ?? (type === 'nlb' ? fallback : protocol);
  const isTcp = hcProtocol === 'TCP';
  const isGrpc = version === 'GRPC';
  const paths = { grpc: '/AWS.ALB/healthcheck', local: '/healthz' };
  const defaultPath = isLocal ? paths.local : '/';
  const count = (key: string, local: number, other: number) =>
    num(config?.[key]) ?? (isLocal ? local : other);
  return {
    port:
      namedPort === undefined && isLocal
        ? String(service.spec?.healthCheckNodePort ?? 0)
        : healthCheckPort({ raw: namedPort, service, targetType }),
    protocol: hcProtocol,
    path: isTcp
      ? undefined
      : str(config?.healthCheckPath) ?? (isGrpc ? paths.grpc : defaultPath),
    matcher: isTcp ? undefined : matcherOf(obj(config?.matcher), isGrpc),
    intervalSeconds: count('healthCheckInterval', 10, 15),
    timeoutSeconds: count('healthCheckTimeout', 6, 5),
    healthyThresholdCount: count('healthyThresholdCount', 2, 3),
    unhealthyThresholdCount: count('unhealthyThresholdCount', 2, 3),
  };
}

function networkingOf(
  shared: GatewayContext,
  port: string | number,
  healthPort: string,
  protocol: string,
): Fact<ExpectedNetworkingRule[]> | undefined {
  const { backendGroup, isWithoutGroups, context } = shared;
  if (isWithoutGroups) {
    return notModelled('source-ranges-of-subnets');
  }
  if (backendGroup === undefined) {
    return undefined;
  }
  const from = [backendGroup];
  const hasUdp = WITH_UDP.includes(protocol);
  if (context.settings.disableRestrictedRules) {
    return [
      {
        from,
        ports: [{ protocol: 'TCP' }, ...(hasUdp ? [{ protocol: 'UDP' }] : [])],
      },
    ];
  }
  const ports: ExpectedNetworkingRule['ports'] = [
    { protocol: hasUdp ? 'UDP' : 'TCP', port },
  ];
  const isTraffic = healthPort === 'traffic-port';
  if (hasUdp || (!isTraffic && Number(healthPort) !== Number(port))) {
    ports.push({
      protocol: 'TCP',
      port: isTraffic ? port : Number(healthPort),
    });
  }
  return ports.map(each => ({ from, ports: [each] }));
}

/** `buildTargetGroup` of a Gateway, with its binding; each once. */
export function buildRouteTargetGroup(
  shared: GatewayContext,
  options: {
    route: AttachedRoute;
    backend: RouteBackend;
    listenerProtocol: string;
  },
): Fact<Reference> {
  const { route, backend, listenerProtocol } = options;
  if ('other' in backend) {
    return notModelled(backend.other);
  }
  const { context, type, gateway } = shared;
  const { settings, model, clusterName } = context;
  const { service, port, props } = backend;
  const { kind } = route;
  const { namespace, name } = route.route.metadata;
  const { metadata } = service;
  const targetType = str(props?.targetType) ?? settings.defaultTargetType;
  const protocol = protocolOf(type, props, kind, listenerProtocol);
  const version = versionOf({ type, props, port, kind, listenerProtocol });
  const controlPort = num(props?.targetControlPort);
  if (
    controlPort !== undefined &&
    (targetType === 'instance' || !['HTTP', 'HTTPS'].includes(protocol))
  ) {
    refuse('drift.refused.control-port-of-instances');
  }
  const identifier = port.targetPort ?? port.port ?? 0;
  const id = `${gateway.namespace}/${gateway.name}:${namespace}-${name}:${kind}-${metadata.namespace}-${metadata.name}:${identifier}`;
  if (Object.hasOwn(model.targetGroups, id)) {
    return reference('target-group', id);
  }
  const groupPort = targetGroupPort(targetType, port);
  checkTargetGroupPort(groupPort, targetType);
  const healthCheck = healthCheckOf({
    type,
    service,
    config: obj(props?.healthCheckConfig),
    targetType,
    protocol,
    version,
  });
  const tags = strMap(props?.tags);
  checkExternalTags(tags, settings);
  const group = {
    name:
      str(props?.targetGroupName) ??
      controllerName({
        namespace,
        name,
        hash: [
          clusterName,
          gateway.namespace,
          gateway.name,
          namespace,
          name,
          kind,
          metadata.namespace,
          metadata.name,
          groupPort,
          targetType,
          protocol,
          version,
          controlPort,
        ],
      }),
    targetType,
    port: groupPort,
    protocol,
    protocolVersion: version,
    ipAddressType: targetGroupAddressType(
      service,
      hasIpv6(shared.ipAddressType),
    ),
    healthCheck,
    attributes: keyValues(props?.targetGroupAttributes),
    tags: withDefaultTags(tags, settings),
  };
  model.targetGroups[id] = group;
  model.targetGroupBindings[id] = {
    namespace: metadata.namespace,
    name: group.name,
    targetType,
    serviceRef: { name: metadata.name, port: port.port ?? 0 },
    annotations: shared.infrastructure.annotations,
    labels: shared.infrastructure.labels,
    networking: networkingOf(
      shared,
      targetPort(targetType, port),
      healthCheck.port,
      protocol,
    ),
    ...(targetType === 'instance' &&
      props?.nodeSelector !== undefined && {
        nodeSelector: props.nodeSelector,
      }),
    ipAddressType: group.ipAddressType,
    vpcId: context.vpcId ?? notModelled('vpc'),
    ...(bool(props?.enableMultiCluster) && { multiCluster: true }),
    targetGroupProtocol: protocol,
  };
  return reference('target-group', id);
}
