import { notModelled, reference } from '../../facts';
import { KindOfRoute } from '../objects';
import { Json, bool, keyValues, objs, obj, str, strs } from '../parts/read';
import { oneOf, refuse } from '../parts/refused';
import { ExpectedAction, ExpectedListener } from '../types';
import { AttachedListeners, AttachedRoute } from './attach';
import { backendsOf } from './backends';
import { GatewayConfig } from './config';
import { buildRules } from './rules';
import { GatewayContext, buildRouteTargetGroup } from './targetGroups';

const NOT_FOUND: ExpectedAction = {
  type: 'fixed-response',
  fixedResponse: { contentType: 'text/plain', statusCode: '404' },
};

/** What the listeners of a port are, and the names they serve. */
interface GatewayPort {
  protocol: string;
  hostnames: Set<string>;
}

/** `mapGatewayListenerConfigsByPort`. */
function portsOf({ listeners, routes }: AttachedListeners) {
  const ports = new Map<number, GatewayPort>();
  for (const { port = 0, protocol = '', hostname, tls } of listeners) {
    const own =
      protocol === 'TLS' && tls?.mode === 'Passthrough' ? 'TCP' : protocol;
    const known = ports.get(port);
    const hostnames = known?.protocol === own ? known.hostnames : undefined;
    let merged = own;
    if (known && known.protocol !== own) {
      const pair = [known.protocol, own].sort().join('+');
      merged = ['TCP+UDP', 'TCP+TCP_UDP', 'TCP_UDP+UDP'].includes(pair)
        ? 'TCP_UDP'
        : refuse('drift.refused.listener-protocols', { port });
    }
    const entry = {
      protocol: merged,
      hostnames: hostnames ?? new Set<string>(),
    };
    if (hostname !== undefined) {
      entry.hostnames.add(hostname);
    }
    for (const route of routes.get(port) ?? []) {
      route.hostnames.forEach(each => entry.hostnames.add(each));
    }
    ports.set(port, entry);
  }
  return ports;
}

function isSecure(protocol: string): boolean {
  return protocol === 'HTTPS' || protocol === 'TLS';
}

function certificatesOf(
  port: number,
  { protocol, hostnames }: GatewayPort,
  config: Json | undefined,
): ExpectedListener['certificates'] {
  if (!isSecure(protocol)) {
    return undefined;
  }
  const first = str(config?.defaultCertificate);
  const named = [
    ...(first === undefined ? [] : [first]),
    ...strs(config?.certificates),
  ];
  if (named.length > 0) {
    return named;
  }
  return hostnames.size > 0
    ? notModelled('certificate-discovery')
    : refuse('drift.refused.no-hostnames', { port });
}

function mutualAuthenticationOf(
  protocol: string,
  config: Json | undefined,
): ExpectedListener['mutualAuthentication'] {
  const mutual = obj(config?.mutualAuthentication);
  if (!isSecure(protocol) || !mutual) {
    return undefined;
  }
  const mode = str(mutual.mode) ?? '';
  const trustStore = str(mutual.trustStore) ?? '';
  const ignore = bool(mutual.ignoreClientCertificateExpiry);
  const isVerify = mode === 'verify';
  return {
    mode,
    ...(isVerify && {
      trustStoreArn: trustStore.startsWith('arn:')
        ? trustStore
        : notModelled('trust-store-names'),
    }),
    ignoreClientCertificateExpiry: isVerify ? ignore ?? false : ignore,
    advertiseTrustStoreCaNames: str(mutual.advertiseTrustStoreCaNames) ?? '',
  };
}

/** Protocol of a listener; QUIC where its configuration says so. */
function upgraded(protocol: string, config: Json | undefined): string {
  if (bool(config?.quicEnabled) !== true) {
    return protocol;
  }
  if (protocol !== 'UDP' && protocol !== 'TCP_UDP') {
    refuse('drift.refused.quic', { protocol });
  }
  return protocol === 'UDP' ? 'QUIC' : 'TCP_QUIC';
}

const ALPN = [
  'None',
  'HTTP1Only',
  'HTTP2Only',
  'HTTP2Optional',
  'HTTP2Preferred',
];

function listenerOf(options: {
  shared: GatewayContext;
  port: number;
  gatewayPort: GatewayPort;
  config: Json | undefined;
  tags: Record<string, string>;
}): ExpectedListener {
  const { shared, port, gatewayPort, config, tags } = options;
  const protocol = upgraded(gatewayPort.protocol, config);
  const isNlbTls = shared.type === 'nlb' && protocol === 'TLS';
  return {
    loadBalancer: reference('load-balancer', 'LoadBalancer'),
    port,
    protocol,
    certificates: certificatesOf(port, gatewayPort, config),
    ...(isSecure(gatewayPort.protocol) && {
      sslPolicy:
        str(config?.sslPolicy) ?? shared.context.settings.defaultSslPolicy,
    }),
    ...(isNlbTls && {
      alpnPolicy: [
        oneOf(str(config?.alpnPolicy) ?? 'None', ALPN, 'alpnPolicy'),
      ],
    }),
    ...(shared.type === 'alb' && {
      mutualAuthentication: mutualAuthenticationOf(
        gatewayPort.protocol,
        config,
      ),
    }),
    defaultActions: [NOT_FOUND],
    attributes: keyValues(config?.listenerAttributes),
    tags,
  };
}

/** Only the oldest route of a port counts where nothing tells them apart. */
function oldest(routes: readonly AttachedRoute[]): AttachedRoute | undefined {
  const age = ({ route }: KindOfRoute) =>
    Date.parse(route.metadata.creationTimestamp ?? '');
  const key = ({ route }: KindOfRoute) =>
    `${route.metadata.namespace}/${route.metadata.name}`;
  return [...routes].sort(
    (a, b) => age(a) - age(b) || (key(a) < key(b) ? -1 : 1),
  )[0];
}

/** The `forward` of a TCP, UDP or TLS port; undefined where it goes nowhere. */
function l4Forward(
  shared: GatewayContext,
  routes: readonly AttachedRoute[],
  protocol: string,
  config: Json | undefined,
  defaults: Json | undefined,
): ExpectedAction | undefined {
  const route = oldest(routes);
  const backends = (route?.route.spec?.rules ?? []).flatMap(rule =>
    route
      ? backendsOf({
          context: shared.context,
          route,
          refs: rule.backendRefs ?? [],
          defaults,
        })
      : [],
  );
  if (!route || !backends.some(({ weight }) => weight > 0)) {
    return undefined;
  }
  const sticky = bool(config?.targetGroupStickiness);
  return {
    type: 'forward',
    targetGroups: backends.map(backend => ({
      targetGroup: buildRouteTargetGroup(shared, {
        route,
        backend,
        listenerProtocol: protocol,
      }),
      ...(!protocol.endsWith('QUIC') && { weight: backend.weight }),
    })),
    ...(sticky !== undefined && { stickiness: { enabled: sticky } }),
  };
}

/** A listener a port that routes attach to (`buildListeners`). */
export function buildGatewayListeners(options: {
  shared: GatewayContext;
  attached: AttachedListeners;
  config: GatewayConfig;
  tags: Record<string, string>;
}): void {
  const { shared, attached, config, tags } = options;
  const { model } = shared.context;
  const configs = objs(config.loadBalancer.listenerConfigurations);
  const ports = [...portsOf(attached)].sort(([a], [b]) => a - b);
  const withRoutes = ports.filter(([port]) => attached.routes.has(port));
  for (const [port, gatewayPort] of withRoutes) {
    const routes = attached.routes.get(port) ?? [];
    const key = `${gatewayPort.protocol}:${port}`.toLowerCase();
    const own = configs.find(
      each => str(each.protocolPort)?.toLowerCase() === key,
    );
    const listener = listenerOf({
      shared,
      port,
      gatewayPort,
      config: own,
      tags,
    });
    if (shared.type === 'alb') {
      model.listeners[String(port)] = listener;
      buildRules(shared, listener, routes, config.defaultTargetGroup);
    } else {
      const forward = l4Forward(
        shared,
        routes,
        listener.protocol,
        own,
        config.defaultTargetGroup,
      );
      if (forward) {
        listener.defaultActions = [forward];
        model.listeners[String(port)] = listener;
      }
    }
  }
}
