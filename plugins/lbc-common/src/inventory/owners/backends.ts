import { MatchingObject } from '../../identity/entities/types';
import {
  IngressObject,
  ObjectMeta,
  RouteObject,
  ServiceObject,
} from '../objects';
import { OwnerRecord } from './types';

type Backends = OwnerRecord['backends'];

/** Keeps what matching needs of an object. */
export function matchingObject(
  kind: string,
  metadata: ObjectMeta,
): MatchingObject {
  const { namespace, name, labels = {}, annotations = {} } = metadata;
  const kept = Object.keys(annotations).filter(key =>
    key.includes('backstage'),
  );
  return {
    kind,
    namespace,
    name,
    labels,
    annotations:
      kept.length > 0
        ? Object.fromEntries(kept.map(key => [key, annotations[key]]))
        : {},
  };
}

class BackendList {
  readonly #byService = new Map<string, Backends[number]>();
  readonly #services: ReadonlyMap<string, ServiceObject>;

  constructor(services: ReadonlyMap<string, ServiceObject>) {
    this.#services = services;
  }

  add(namespace: string, name: string, route: string) {
    const key = `${namespace}/${name}`;
    const known = this.#byService.get(key);
    if (known) {
      if (!known.routes.includes(route)) {
        known.routes.push(route);
      }
      return;
    }
    const service = this.#services.get(key);
    this.#byService.set(key, {
      namespace,
      name,
      routes: [route],
      ...(service && { service: matchingObject('Service', service.metadata) }),
    });
  }

  list(): Backends {
    return [...this.#byService.values()];
  }
}

/** Services that an Ingress routes to, with the routes that lead there. */
export function ingressBackends(
  ingress: IngressObject,
  services: ReadonlyMap<string, ServiceObject>,
): Backends {
  const list = new BackendList(services);
  const { namespace } = ingress.metadata;
  const fallback = ingress.spec?.defaultBackend?.service?.name;
  if (fallback) {
    list.add(namespace, fallback, '*');
  }
  for (const { host, http } of ingress.spec?.rules ?? []) {
    for (const { path, backend } of http?.paths ?? []) {
      const name = backend?.service?.name;
      // `use-annotation` names an action of an annotation, no Service.
      if (name && backend?.service?.port?.name !== 'use-annotation') {
        list.add(namespace, name, `${host ?? '*'}${path ?? '/'}`);
      }
    }
  }
  return list.list();
}

/** Host names that an Ingress asks for, by rule or certificate. */
export function ingressHosts({ spec }: IngressObject): string[] {
  return [
    ...new Set([
      ...(spec?.rules ?? []).flatMap(({ host }) => (host ? [host] : [])),
      ...(spec?.tls ?? []).flatMap(({ hosts = [] }) => hosts),
    ]),
  ];
}

/** Services that a Gateway's routes lead to. */
export function gatewayBackends(
  gateway: ObjectMeta,
  routes: readonly RouteObject[],
  services: ReadonlyMap<string, ServiceObject>,
): Backends {
  const list = new BackendList(services);
  for (const route of routes) {
    const attached = (route.spec?.parentRefs ?? []).some(
      parent =>
        (parent.kind ?? 'Gateway') === 'Gateway' &&
        parent.name === gateway.name &&
        (parent.namespace ?? route.metadata.namespace) === gateway.namespace,
    );
    if (!attached) {
      continue;
    }
    const hosts = route.spec?.hostnames ?? ['*'];
    for (const { backendRefs } of route.spec?.rules ?? []) {
      for (const backend of backendRefs ?? []) {
        if ((backend.kind ?? 'Service') === 'Service') {
          for (const host of hosts) {
            list.add(
              backend.namespace ?? route.metadata.namespace,
              backend.name,
              host,
            );
          }
        }
      }
    }
  }
  return list.list();
}
