import {
  GatewayListener,
  GatewayObject,
  NamespaceObject,
} from '../../../inventory/objects';
import { DriftObjects, KindOfRoute } from '../objects';
import { UndecidedError } from '../parts/refused';
import { Json, list, obj, objs, str, strMap, strs } from '../parts/read';

const KINDS_OF_PROTOCOL: Readonly<Record<string, readonly string[]>> = {
  TCP: ['TCPRoute'],
  UDP: ['UDPRoute'],
  TLS: ['TLSRoute', 'TCPRoute'],
  HTTP: ['HTTPRoute'],
  HTTPS: ['HTTPRoute', 'GRPCRoute'],
};
const KINDS_OF_TYPE = {
  alb: ['HTTPRoute', 'GRPCRoute'],
  nlb: ['TCPRoute', 'TLSRoute', 'UDPRoute'],
};
const PROTOCOLS_OF_TYPE = {
  alb: ['HTTP', 'HTTPS'],
  nlb: ['TCP', 'UDP', 'TLS'],
};

/** A route on one port, with the host names that the listeners leave of it. */
export interface AttachedRoute extends KindOfRoute {
  hostnames: string[];
}

export interface AttachedListeners {
  /** Valid ones, with or without routes. */
  listeners: GatewayListener[];
  routes: Map<number, AttachedRoute[]>;
}

/** `validateListenerList`: those that conflict with an earlier one are left out. */
export function validListeners(
  gateway: GatewayObject,
  type: 'alb' | 'nlb',
): GatewayListener[] {
  const hostnames = new Set<string>();
  const protocols = new Map<number, string>();
  return (gateway.spec?.listeners ?? []).filter(listener => {
    const { port = 0, protocol = '', hostname, allowedRoutes } = listener;
    const kinds = (allowedRoutes?.kinds ?? []).map(({ kind = '' }) => kind);
    if (
      kinds.some(kind => !KINDS_OF_TYPE[type].includes(kind)) ||
      port < 1 ||
      port > 65535 ||
      !PROTOCOLS_OF_TYPE[type].includes(protocol)
    ) {
      return false;
    }
    const existing = protocols.get(port);
    protocols.set(port, existing ?? protocol);
    const isPair =
      [existing, protocol].includes('TCP') &&
      [existing, protocol].includes('UDP');
    let valid = existing === undefined || existing === protocol || isPair;
    if (hostname !== undefined) {
      const key = `${port}-${hostname}`;
      valid = valid && !hostnames.has(key);
      hostnames.add(key);
    }
    return valid;
  });
}

function matchesLabels(selector: Json, { metadata }: NamespaceObject): boolean {
  const labels = metadata.labels ?? {};
  return (
    Object.entries(strMap(selector.matchLabels)).every(
      ([key, value]) => labels[key] === value,
    ) &&
    objs(selector.matchExpressions).every(expression => {
      const key = str(expression.key) ?? '';
      const values = strs(expression.values);
      const value = labels[key];
      switch (expression.operator) {
        case 'In':
          return value !== undefined && values.includes(value);
        case 'NotIn':
          return value === undefined || !values.includes(value);
        case 'Exists':
          return value !== undefined;
        default:
          return expression.operator === 'DoesNotExist' && value === undefined;
      }
    })
  );
}

function allowsNamespace(
  objects: DriftObjects,
  gateway: GatewayObject,
  listener: GatewayListener,
  namespace: string,
): boolean {
  const { from = 'Same', selector } = listener.allowedRoutes?.namespaces ?? {};
  switch (from) {
    case 'All':
      return true;
    case 'Same':
      return namespace === gateway.metadata.namespace;
    case 'Selector': {
      const found = objects.namespaces.get(namespace);
      if (!found && !objects.complete.namespaces) {
        throw new UndecidedError('objects-unread');
      }
      return Boolean(
        selector && found && matchesLabels(obj(selector) ?? {}, found),
      );
    }
    default:
      return false;
  }
}

/** The narrower of two names, where one covers the other. */
function compatible(route: string, listener: string): string | undefined {
  if (route === listener) {
    return route;
  }
  if (route.startsWith('*.') && listener.endsWith(route.slice(1))) {
    return listener;
  }
  return listener.startsWith('*.') && route.endsWith(listener.slice(1))
    ? route
    : undefined;
}

/** Names that a listener leaves of a route; undefined where they don't meet. */
function hostnamesFor(
  { hostname }: GatewayListener,
  { kind, route }: KindOfRoute,
): string[] | undefined {
  const own = route.spec?.hostnames ?? [];
  if (kind === 'TCPRoute' || kind === 'UDPRoute') {
    return [];
  }
  if (own.length === 0) {
    return hostname === undefined ? [] : [hostname];
  }
  if (hostname === undefined) {
    return [];
  }
  const left = own.flatMap(each => compatible(each, hostname) ?? []);
  return left.length > 0 ? left : undefined;
}

/** Which routes serve which port (`mapListenersAndRoutes`). */
export function attachRoutes(options: {
  objects: DriftObjects;
  gateway: GatewayObject;
  type: 'alb' | 'nlb';
}): AttachedListeners {
  const { objects, gateway, type } = options;
  const { namespace, name } = gateway.metadata;
  const listeners = validListeners(gateway, type);
  const byPort = new Map<number, Map<KindOfRoute, Set<string>>>();
  for (const each of objects.routesOf.get(`${namespace}/${name}`) ?? []) {
    const { route, kind } = each;
    const own = route.metadata.namespace;
    const parents = (route.spec?.parentRefs ?? []).filter(
      parent =>
        (parent.kind ?? 'Gateway') === 'Gateway' &&
        parent.name === name &&
        (parent.namespace ?? own) === namespace,
    );
    for (const listener of listeners) {
      const { port = 0, protocol = '', allowedRoutes } = listener;
      const named = (allowedRoutes?.kinds ?? []).map(({ kind: one }) => one);
      const kinds: ReadonlyArray<string | undefined> =
        named.length > 0 ? named : KINDS_OF_PROTOCOL[protocol] ?? [];
      const isAsked = parents.some(
        parent =>
          (parent.sectionName ?? listener.name) === listener.name &&
          (parent.port ?? port) === port,
      );
      if (
        isAsked &&
        KINDS_OF_TYPE[type].includes(kind) &&
        kinds.includes(kind) &&
        allowsNamespace(objects, gateway, listener, own)
      ) {
        const hostnames = hostnamesFor(listener, each);
        if (hostnames) {
          const routes =
            byPort.get(port) ?? new Map<KindOfRoute, Set<string>>();
          const known = routes.get(each) ?? new Set<string>();
          hostnames.forEach(hostname => known.add(hostname));
          byPort.set(port, routes.set(each, known));
        }
      }
    }
  }
  return {
    listeners,
    routes: new Map(
      [...byPort].map(([port, routes]): [number, AttachedRoute[]] => [
        port,
        [...routes].map(([each, hostnames]) => ({
          ...each,
          hostnames:
            hostnames.size > 0
              ? [...hostnames]
              : list(each.route.spec?.hostnames).flatMap(one => str(one) ?? []),
        })),
      ]),
    ),
  };
}
