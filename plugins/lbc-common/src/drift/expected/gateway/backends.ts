import {
  ObjectReference,
  ServiceObject,
  ServicePort,
} from '../../../inventory/objects';
import { BuildContext, serviceOf } from '../context';
import { Json, objs, str } from '../parts/read';
import { refuse } from '../parts/refused';
import { AttachedRoute } from './attach';
import { mergeProps, propsOfRoute } from './config';

type BackendRef = ObjectReference & { port?: number; weight?: number };

/** Where a rule of a route sends requests. */
export type RouteBackend = { weight: number } & (
  | {
      service: ServiceObject;
      port: ServicePort;
      /** `TargetGroupProps` of it, for this route. */
      props: Json | undefined;
    }
  | { other: 'target-group-names' | 'gateway-target' }
);

/** The group of routes in a ReferenceGrant. */
const GRANTED_GROUP = 'gateway.networking.k8s.io';

function isGranted(
  { objects }: BuildContext,
  { kind, route }: AttachedRoute,
  namespace: string,
  name: string,
): boolean {
  return objects.referenceGrants.some(
    ({ metadata, spec }) =>
      metadata.namespace === namespace &&
      objs(spec?.from).some(
        from =>
          from.group === GRANTED_GROUP &&
          from.kind === kind &&
          from.namespace === route.metadata.namespace,
      ) &&
      objs(spec?.to).some(
        to =>
          (str(to.group) ?? '') === '' &&
          to.kind === 'Service' &&
          (to.name === undefined || to.name === name),
      ),
  );
}

/** Backends that are there; the controller leaves out those that are not. */
export function backendsOf(options: {
  context: BuildContext;
  route: AttachedRoute;
  refs: readonly BackendRef[];
  defaults: Json | undefined;
}): RouteBackend[] {
  const { context, route, refs, defaults } = options;
  const own = route.route.metadata;
  const identity = {
    kind: route.kind,
    namespace: own.namespace,
    name: own.name,
  };
  return refs.flatMap((ref): RouteBackend[] => {
    const weight = ref.weight ?? 1;
    if (weight > 999) {
      refuse('drift.refused.weight', {
        route: `${own.namespace}/${own.name}`,
        weight,
      });
    }
    if (ref.kind !== undefined && ref.kind !== 'Service') {
      if (ref.kind === 'TargetGroupName') {
        return [{ other: 'target-group-names', weight }];
      }
      return ref.kind === 'Gateway'
        ? [{ other: 'gateway-target', weight }]
        : [];
    }
    const namespace = ref.namespace ?? own.namespace;
    if (
      ref.port === undefined ||
      (namespace !== own.namespace &&
        !isGranted(context, route, namespace, ref.name))
    ) {
      return [];
    }
    const service = serviceOf(context, namespace, ref.name);
    const port = service?.spec?.ports?.find(each => each.port === ref.port);
    if (!service || !port) {
      return [];
    }
    const configuration = context.objects.targetGroupConfigurationOf.get(
      `${namespace}/${ref.name}`,
    );
    return [
      {
        service,
        port,
        props: mergeProps(
          propsOfRoute(configuration?.spec, identity),
          propsOfRoute(defaults, identity),
        ),
        weight,
      },
    ];
  });
}
