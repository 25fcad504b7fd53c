import { ServiceObject, ServicePort } from '../../../inventory/objects';
import {
  Fact,
  Reference,
  isNotModelled,
  notModelled,
  reference,
} from '../../facts';
import { BuildContext } from '../context';
import { AnnotationReader, parseBool } from '../parts/annotations';
import { controllerName } from '../parts/names';
import { oneOf, refuse } from '../parts/refused';
import {
  checkTargetGroupPort,
  targetGroupAddressType,
  targetGroupPort,
  targetPort,
} from '../parts/services';
import { ExpectedNetworkingRule } from '../types';
import { healthCheckOf } from './healthCheck';
import { serviceTags } from './reader';
import { NlbSecurityGroups } from './securityGroups';

const PREFIX = 'aws-load-balancer-';
const PROXY_PROTOCOL = 'proxy_protocol_v2.enabled';
const CLIENT_IP = 'preserve_client_ip.enabled';

/** What the target groups of a Service are built with. */
export interface NlbContext {
  context: BuildContext;
  service: ServiceObject;
  reader: AnnotationReader;
  securityGroups: NlbSecurityGroups;
  isDualstack: boolean;
}

function targetTypeOf(
  { context, reader }: NlbContext,
  service: ServiceObject,
  port: ServicePort,
): 'ip' | 'instance' {
  const { settings } = context;
  const type =
    reader.text(`${PREFIX}nlb-target-type`) ?? settings.defaultTargetType;
  if (type === 'ip' && !settings.enableIpTargetType) {
    refuse('drift.refused.ip-targets-off');
  }
  if (type === 'ip' || reader.text(`${PREFIX}type`) === 'nlb-ip') {
    return 'ip';
  }
  if ((service.spec?.type ?? 'ClusterIP') === 'ClusterIP') {
    refuse('drift.refused.cluster-ip-instance', {
      namespace: service.metadata.namespace,
      name: service.metadata.name,
    });
  }
  if (!port.nodePort && service.spec?.allocateLoadBalancerNodePorts === false) {
    refuse('drift.refused.no-port-instance');
  }
  return 'instance';
}

function namedAttributes(reader: AnnotationReader, suffix: string) {
  const attributes = reader.map(suffix) ?? {};
  const keep = attributes[CLIENT_IP];
  if (keep !== undefined && parseBool(keep) === undefined) {
    refuse('drift.refused.not-boolean', {
      annotation: reader.nameOf(suffix),
      value: keep,
    });
  }
  return attributes;
}

/** Attributes of a port: of all ports, of this one, and proxy protocol. */
function attributesOf(
  reader: AnnotationReader,
  port: number,
): Record<string, string> {
  const suffix = `${PREFIX}target-group-attributes`;
  const attributes: Record<string, string> = {
    [PROXY_PROTOCOL]: 'false',
    ...namedAttributes(reader, suffix),
  };
  for (const [key, value] of Object.entries(
    namedAttributes(reader, `${suffix}.${port}`),
  )) {
    if (value !== '') {
      attributes[key] = value;
    }
  }
  const perGroup = reader.list(`${PREFIX}proxy-protocol-per-target-group`);
  if (perGroup) {
    const wrong = perGroup.find(each => !/^[+-]?\d+$/.test(each));
    if (wrong !== undefined) {
      refuse('drift.refused.not-number', {
        annotation: reader.nameOf(`${PREFIX}proxy-protocol-per-target-group`),
        value: wrong,
      });
    }
    attributes[PROXY_PROTOCOL] = String(perGroup.includes(String(port)));
  }
  const all = reader.text(`${PREFIX}proxy-protocol`);
  if (all !== undefined) {
    oneOf(all, ['*'], reader.nameOf(`${PREFIX}proxy-protocol`));
    attributes[PROXY_PROTOCOL] = 'true';
  }
  if (attributes[PROXY_PROTOCOL] === '') {
    delete attributes[PROXY_PROTOCOL];
  }
  return attributes;
}

function networkingOf(options: {
  shared: NlbContext;
  port: string | number;
  healthPort: string;
  protocol: string;
}): Fact<ExpectedNetworkingRule[]> | undefined {
  const { shared, port, healthPort, protocol } = options;
  const { securityGroups, reader, context } = shared;
  const { groups, backend } = securityGroups;
  if (isNotModelled(groups) && backend === undefined) {
    return groups.notModelled === 'existing-load-balancer' ? groups : undefined;
  }
  if (groups === undefined) {
    const isManaged =
      reader.bool(`${PREFIX}manage-backend-security-group-rules`) ?? true;
    return isManaged ? notModelled('source-ranges-of-subnets') : undefined;
  }
  if (backend === undefined) {
    return undefined;
  }
  const hasUdp = ['UDP', 'TCP_UDP', 'QUIC', 'TCP_QUIC'].includes(protocol);
  const ports: ExpectedNetworkingRule['ports'] = [];
  if (context.settings.disableRestrictedRules) {
    ports.push({ protocol: 'TCP' });
    if (hasUdp) {
      ports.push({ protocol: 'UDP' });
    }
  } else {
    const isTraffic = healthPort === 'traffic-port';
    const isSame = !isTraffic && Number(healthPort) === Number(port);
    ports.push({ protocol: hasUdp ? 'UDP' : 'TCP', port });
    if (hasUdp && (protocol.startsWith('TCP_') || isTraffic || isSame)) {
      ports.push({ protocol: 'TCP', port });
    }
    if (!isTraffic && !isSame) {
      ports.push({ protocol: 'TCP', port: Number(healthPort) });
    }
  }
  return [{ from: [backend], ports }];
}

/** `buildTargetGroup` of a Service's port, with its binding; each once. */
export function buildNlbTargetGroup(
  shared: NlbContext,
  options: {
    /** Another Service than the owner, where a listener's action names it. */
    backend?: ServiceObject;
    port: ServicePort;
    protocol: string;
  },
): Reference {
  const { context, reader } = shared;
  const { model, clusterName } = context;
  const { backend, port, protocol } = options;
  const service = backend ?? shared.service;
  const { namespace, name, uid } = service.metadata;
  const number = port.port ?? 0;
  const id = `${namespace}/${name}:${number}`;
  if (Object.hasOwn(model.targetGroups, id)) {
    return reference('target-group', id);
  }
  const targetType = targetTypeOf(shared, service, port);
  const healthCheck = healthCheckOf({
    reader,
    service,
    targetType,
    settings: context.settings,
  });
  const groupPort = targetGroupPort(targetType, port);
  checkTargetGroupPort(groupPort, targetType);
  const group = {
    name: controllerName({
      namespace,
      name,
      hash: [
        clusterName,
        backend && shared.service.metadata.uid,
        uid,
        groupPort,
        number,
        targetType,
        protocol,
        healthCheck.protocol,
        healthCheck.intervalSeconds,
      ],
    }),
    targetType,
    port: groupPort,
    protocol,
    ipAddressType: targetGroupAddressType(service, shared.isDualstack),
    healthCheck,
    attributes: attributesOf(reader, number),
    tags: serviceTags(context, reader),
  };
  const nodeLabels =
    targetType === 'instance'
      ? reader.map(`${PREFIX}target-node-labels`) ?? {}
      : {};
  const multiCluster =
    reader.bool(`${PREFIX}multi-cluster-target-group`) ?? false;
  model.targetGroups[id] = group;
  model.targetGroupBindings[id] = {
    namespace,
    name: group.name,
    targetType,
    serviceRef: { name, port: number },
    networking: networkingOf({
      shared,
      port: targetPort(targetType, port),
      healthPort: healthCheck.port,
      protocol,
    }),
    ...(Object.keys(nodeLabels).length > 0 && {
      nodeSelector: { matchLabels: nodeLabels },
    }),
    ipAddressType: group.ipAddressType,
    vpcId: context.vpcId ?? notModelled('vpc'),
    ...(multiCluster && { multiCluster: true }),
    targetGroupProtocol: protocol,
  };
  return reference('target-group', id);
}
