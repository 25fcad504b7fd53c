import { ServicePort } from '../../../inventory/objects';
import { reference } from '../../facts';
import { serviceOf } from '../context';
import { checkedTuples } from '../parts/forward';
import { bool, field, num, obj, objs, str } from '../parts/read';
import { oneOf, refuse } from '../parts/refused';
import { lookupPort } from '../parts/services';
import { ExpectedAction } from '../types';
import { serviceTags } from './reader';
import { NlbContext, buildNlbTargetGroup } from './targetGroups';

const PREFIX = 'aws-load-balancer-';
const ALPN = [
  'None',
  'HTTP1Only',
  'HTTP2Only',
  'HTTP2Optional',
  'HTTP2Preferred',
] as const;

interface ListenerConfig {
  certificates: string[];
  tlsPorts: string[];
  quicPorts: string[];
  /** Ports that serve TCP and UDP alike. */
  both: ReadonlySet<number>;
  backendProtocol: string | undefined;
}

function isNamed(ports: readonly string[], { name, port }: ServicePort) {
  return ports.includes(name ?? '') || ports.includes(String(port));
}

function configOf(
  { reader, service }: NlbContext,
  both: ReadonlySet<number>,
): ListenerConfig {
  const tlsPorts = reader.list(`${PREFIX}ssl-ports`) ?? [];
  const ports = service.spec?.ports ?? [];
  const unused = tlsPorts.filter(
    each => !ports.some(port => isNamed([each], port)),
  );
  if (unused.length > 0) {
    refuse('drift.refused.ssl-ports', { ports: unused });
  }
  return {
    certificates: reader.list(`${PREFIX}ssl-cert`) ?? [],
    tlsPorts,
    quicPorts: reader.list(`${PREFIX}quic-enabled-ports`) ?? [],
    both,
    backendProtocol: reader.text(`${PREFIX}backend-protocol`),
  };
}

/** Protocols of a port's listener and of its target group. */
function protocolsOf(config: ListenerConfig, port: ServicePort) {
  const plain = config.both.has(port.port ?? 0)
    ? 'TCP_UDP'
    : port.protocol ?? 'TCP';
  let listener = plain;
  let target = plain;
  const isTls =
    plain !== 'UDP' &&
    plain !== 'TCP_UDP' &&
    config.certificates.length > 0 &&
    (config.tlsPorts.length === 0 || isNamed(config.tlsPorts, port));
  if (isTls) {
    listener = 'TLS';
    target = config.backendProtocol === 'ssl' ? 'TLS' : target;
  }
  if (isNamed(config.quicPorts, port)) {
    if (listener !== 'UDP' && listener !== 'TCP_UDP') {
      refuse('drift.refused.quic', { protocol: listener });
    }
    listener = listener === 'UDP' ? 'QUIC' : 'TCP_QUIC';
    target = listener;
  }
  return { listener, target };
}

/** Other target groups beside the Service's own, where an annotation names them. */
function forwardOf(
  shared: NlbContext,
  port: ServicePort,
  protocols: { listener: string; target: string },
): ExpectedAction {
  const { reader, context, service } = shared;
  const suffix = `actions.${protocols.listener}-${port.port}`;
  const value = reader.json(suffix);
  const own = () =>
    buildNlbTargetGroup(shared, { port, protocol: protocols.target });
  if (value === undefined) {
    return { type: 'forward', targetGroups: [{ targetGroup: own() }] };
  }
  const wrong = (): never =>
    refuse('drift.refused.action', {
      annotation: reader.nameOf(suffix),
      owner: `${service.metadata.namespace}/${service.metadata.name}`,
    });
  const action = obj(value) ?? wrong();
  const config = obj(field(action, 'forwardConfig')) ?? wrong();
  if (str(field(action, 'type')) !== 'forward') {
    return wrong();
  }
  const tuples = objs(field(config, 'targetGroups'));
  checkedTuples(
    tuples.map(tuple => ({ weight: num(field(tuple, 'weight')) })),
    wrong,
  );
  const others = tuples.map(tuple => {
    const arn = str(field(tuple, 'targetGroupARN'));
    const name = str(field(tuple, 'serviceName'));
    const rawPort = field(tuple, 'servicePort');
    const weight = num(field(tuple, 'weight'));
    if (
      (arn !== undefined) === (name !== undefined) ||
      (weight !== undefined && (weight < 0 || weight > 999))
    ) {
      return wrong();
    }
    if (arn !== undefined) {
      return { targetGroup: arn, weight };
    }
    if (typeof rawPort !== 'number' && typeof rawPort !== 'string') {
      return wrong();
    }
    const { namespace } = service.metadata;
    const backend =
      serviceOf(context, namespace, name ?? '') ??
      refuse('drift.refused.service-missing', {
        owner: `${namespace}/${service.metadata.name}`,
        namespace,
        name: name ?? '',
      });
    const isDecrypted =
      protocols.listener === 'TLS' && bool(field(tuple, 'decrypt')) === true;
    return {
      targetGroup: buildNlbTargetGroup(shared, {
        backend,
        port: lookupPort(backend, rawPort),
        protocol: isDecrypted ? 'TCP' : protocols.listener,
      }),
      weight,
    };
  });
  const stickiness = obj(field(config, 'targetGroupStickinessConfig'));
  return {
    type: 'forward',
    targetGroups: [
      { targetGroup: own(), weight: num(field(config, 'baseServiceWeight')) },
      ...others,
    ],
    ...(stickiness && {
      stickiness: { enabled: bool(field(stickiness, 'enabled')) },
    }),
  };
}

/** Ports that two protocols share, where they may be one listener. */
function sharedPorts({ context, reader, service }: NlbContext) {
  const both = new Set<number>();
  const ports = service.spec?.ports ?? [];
  const isOn =
    reader.lenientBool(`${PREFIX}enable-tcp-udp-listener`) ??
    context.settings.tcpUdpListener;
  if (!isOn) {
    return { both, ports };
  }
  const byNumber = new Map<number, ServicePort[]>();
  for (const port of ports) {
    const number = port.port ?? 0;
    byNumber.set(number, [...(byNumber.get(number) ?? []), port]);
  }
  for (const [number, same] of byNumber) {
    if (same.length > 1) {
      const protocols = same.map(({ protocol = 'TCP' }) => protocol).sort();
      if (protocols.join(',') !== 'TCP,UDP') {
        refuse('drift.refused.tcp-udp', { port: number, protocols });
      }
      both.add(number);
    }
  }
  return { both, ports: [...byNumber.values()].map(([first]) => first) };
}

/** A listener a port (`buildListeners` of a Service). */
export function buildNlbListeners(shared: NlbContext): void {
  const { context, reader } = shared;
  const { both, ports } = sharedPorts(shared);
  const config = configOf(shared, both);
  for (const port of ports) {
    const protocols = protocolsOf(config, port);
    const isTls = protocols.listener === 'TLS';
    const number = port.port ?? 0;
    const alpn = isTls ? reader.text(`${PREFIX}alpn-policy`) : undefined;
    context.model.listeners[String(number)] = {
      loadBalancer: reference('load-balancer', 'LoadBalancer'),
      port: number,
      protocol: protocols.listener,
      defaultActions: [forwardOf(shared, port, protocols)],
      ...(isTls && {
        certificates: config.certificates,
        sslPolicy:
          reader.text(`${PREFIX}ssl-negotiation-policy`) ??
          context.settings.defaultSslPolicy,
      }),
      ...(alpn !== undefined && {
        alpnPolicy: [oneOf(alpn, ALPN, reader.nameOf(`${PREFIX}alpn-policy`))],
      }),
      attributes:
        reader.map(
          `${PREFIX}listener-attributes.${protocols.listener}-${number}`,
        ) ?? {},
      tags: serviceTags(context, reader),
    };
  }
}
