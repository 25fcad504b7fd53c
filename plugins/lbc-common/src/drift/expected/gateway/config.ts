import {
  GatewayObject,
  ObjectReference,
  PlainObject,
} from '../../../inventory/objects';
import { DriftObjects } from '../objects';
import {
  Json,
  keyValues,
  list,
  merged,
  obj,
  objs,
  str,
  strMap,
} from '../parts/read';
import { UndecidedError, refuse } from '../parts/refused';

/** A Gateway's configuration, merged with that of its class. */
export interface GatewayConfig {
  /** `spec` of a LoadBalancerConfiguration. */
  loadBalancer: Json;
  /** `spec` of the TargetGroupConfiguration for all Services. */
  defaultTargetGroup: Json | undefined;
}

function configurationAt(
  objects: DriftObjects,
  reference: ObjectReference | undefined,
  namespace: string | undefined,
): PlainObject | undefined {
  if (!reference) {
    return undefined;
  }
  const key = `${namespace ?? ''}/${reference.name}`;
  const found = objects.loadBalancerConfigurations.get(key);
  if (!found) {
    if (!objects.complete.gateways) {
      throw new UndecidedError('objects-unread');
    }
    refuse('drift.refused.configuration-missing', {
      kind: 'LoadBalancerConfiguration',
      name: key,
    });
  }
  return found;
}

function defaultTargetGroup(
  objects: DriftObjects,
  configuration: PlainObject | undefined,
): Json | undefined {
  const reference = obj(configuration?.spec?.defaultTargetGroupConfiguration);
  if (!configuration || !reference) {
    return undefined;
  }
  const key = `${configuration.metadata.namespace}/${
    str(reference.name) ?? ''
  }`;
  const found = objects.targetGroupConfigurations.get(key);
  if (!found && !objects.complete.gateways) {
    throw new UndecidedError('objects-unread');
  }
  return !found || found.spec?.targetReference !== undefined
    ? refuse('drift.refused.configuration-missing', {
        kind: 'TargetGroupConfiguration',
        name: key,
      })
    : found.spec ?? {};
}

/** Two lists of `{key, value}`, the first first. */
function mergedPairs(high: unknown, low: unknown): Json[] {
  return Object.entries(merged(keyValues(high), keyValues(low))).map(
    ([key, value]) => ({ key, value }),
  );
}

const LISTENERS = 'listenerConfigurations';

/** `LoadBalancerConfigMerger.Merge`: fields whole, maps and listeners by key. */
function mergeConfigurations(ofClass: Json, ofGateway: Json): Json {
  const isGatewayFirst = ofClass.mergingMode === 'prefer-gateway';
  const [high, low] = isGatewayFirst
    ? [ofGateway, ofClass]
    : [ofClass, ofGateway];
  const result: Json = {};
  for (const key of new Set([...Object.keys(low), ...Object.keys(high)])) {
    result[key] = high[key] ?? low[key];
  }
  // The merger does not know this field.
  delete result.minimumLoadBalancerCapacity;
  const listeners = new Map<string, Json>();
  for (const each of [...objs(high[LISTENERS]), ...objs(low[LISTENERS])]) {
    const port = str(each.protocolPort) ?? '';
    if (!listeners.has(port)) {
      listeners.set(port, each);
    }
  }
  return {
    ...result,
    tags: merged(strMap(high.tags), strMap(low.tags)),
    loadBalancerAttributes: mergedPairs(
      high.loadBalancerAttributes,
      low.loadBalancerAttributes,
    ),
    [LISTENERS]: [...listeners]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, each]) => each),
  };
}

/** `TargetGroupProps` merged: maps by key, all else whole. */
export function mergeProps(
  high: Json | undefined,
  low: Json | undefined,
): Json | undefined {
  if (!high || !low) {
    return high ?? low;
  }
  const result: Json = {};
  for (const key of new Set([...Object.keys(low), ...Object.keys(high)])) {
    result[key] = high[key] ?? low[key];
  }
  return {
    ...result,
    tags: merged(strMap(high.tags), strMap(low.tags)),
    targetGroupAttributes: mergedPairs(
      high.targetGroupAttributes,
      low.targetGroupAttributes,
    ),
  };
}

/** `getLoadBalancerConfigForGateway` of `controllers/gateway` at v3.5.0. */
export function gatewayConfig(
  objects: DriftObjects,
  gateway: GatewayObject,
): GatewayConfig {
  const { namespace } = gateway.metadata;
  const ofClass = objects.gatewayClasses.get(
    gateway.spec?.gatewayClassName ?? '',
  )?.spec?.parametersRef;
  const ofGateway = gateway.spec?.infrastructure?.parametersRef;
  const high = configurationAt(objects, ofClass, ofClass?.namespace);
  const low = configurationAt(objects, ofGateway, namespace);
  const defaults = [
    defaultTargetGroup(objects, high),
    defaultTargetGroup(objects, low),
  ];
  if (high?.spec?.mergingMode === 'prefer-gateway') {
    defaults.reverse();
  }
  const [first, second] = defaults;
  return {
    loadBalancer:
      high && low
        ? mergeConfigurations(high.spec ?? {}, low.spec ?? {})
        : (high ?? low)?.spec ?? {},
    defaultTargetGroup:
      first && second
        ? {
            ...first,
            defaultConfiguration: mergeProps(
              obj(first.defaultConfiguration),
              obj(second.defaultConfiguration),
            ),
          }
        : first ?? second,
  };
}

/** What a TargetGroupConfiguration says of a route: the closest match first. */
export function propsOfRoute(
  spec: Json | undefined,
  route: { kind: string; namespace: string; name: string },
): Json | undefined {
  if (!spec) {
    return undefined;
  }
  let matched: Json | undefined;
  let rank = 0;
  for (const each of objs(list(spec.routeConfigurations))) {
    const id = obj(each.routeIdentifier) ?? {};
    const isKind = (id.kind ?? '') === route.kind;
    const isNamespace = (id.namespace ?? '') === route.namespace;
    const props = obj(each.targetGroupProps) ?? {};
    if (isKind && isNamespace && id.name === route.name) {
      matched = props;
      break;
    }
    if (!id.name && isKind && isNamespace && rank < 2) {
      matched = props;
      rank = 2;
    } else if (!id.name && isKind && !id.namespace && rank < 1) {
      matched = props;
      rank = 1;
    }
  }
  return mergeProps(matched, obj(spec.defaultConfiguration) ?? {});
}
