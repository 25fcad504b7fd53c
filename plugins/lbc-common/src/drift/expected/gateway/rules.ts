import { BuildContext } from '../context';
import { Json, obj, objs, str, strMap } from '../parts/read';
import { UndecidedError } from '../parts/refused';
import { checkExternalTags, withDefaultTags } from '../parts/tags';
import { ExpectedListener } from '../types';
import { preAction, routingAction } from './actions';
import { AttachedRoute } from './attach';
import { backendsOf } from './backends';
import { conditionsOf, transformsOf } from './conditions';
import { sortRules } from './precedence';
import { GatewayContext, buildRouteTargetGroup } from './targetGroups';

/** The accepted ListenerRuleConfiguration of a rule; `skip` where it has none. */
function ruleConfigOf(
  { objects }: BuildContext,
  filters: readonly Json[],
  namespace: string,
): { config: Json | undefined; isUsable: boolean } {
  const names = filters.flatMap(filter => {
    const ref = obj(filter.extensionRef);
    return filter.type === 'ExtensionRef' &&
      ref?.group === 'gateway.k8s.aws' &&
      ref.kind === 'ListenerRuleConfiguration'
      ? str(ref.name) ?? ''
      : [];
  });
  if (names.length === 0) {
    return { config: undefined, isUsable: true };
  }
  const found = objects.listenerRuleConfigurations.get(
    `${namespace}/${names[0]}`,
  );
  if (!found && !objects.complete.gateways) {
    throw new UndecidedError('objects-unread');
  }
  return names.length === 1 && found && found.status?.accepted === true
    ? { config: found.spec ?? {}, isUsable: true }
    : { config: undefined, isUsable: false };
}

/** Rules of a listener, in the order of their precedence. */
export function buildRules(
  shared: GatewayContext,
  listener: ExpectedListener,
  routes: readonly AttachedRoute[],
  defaults: Json | undefined,
): void {
  const { context } = shared;
  sortRules(routes).forEach((precedence, index) => {
    const { route } = precedence;
    const rule = route.route.spec?.rules?.[precedence.ruleIndex];
    const filters = objs(rule?.filters);
    const { config, isUsable } = ruleConfigOf(
      context,
      filters,
      route.route.metadata.namespace,
    );
    const backends = isUsable
      ? backendsOf({
          context,
          route,
          refs: rule?.backendRefs ?? [],
          defaults,
        })
      : [];
    const before =
      listener.protocol === 'HTTPS' ? preAction(config) : undefined;
    const tags = strMap(config?.tags);
    checkExternalTags(tags, context.settings);
    const transforms = transformsOf(precedence, filters);
    context.model.rules[`${listener.port}:${index + 1}`] = {
      listener: String(listener.port),
      priority: index + 1,
      conditions: conditionsOf(precedence, config),
      actions: [
        ...(before ? [before] : []),
        routingAction({
          kind: route.kind,
          filters,
          ruleConfig: config,
          targets: backends.map(backend => ({
            targetGroup: buildRouteTargetGroup(shared, {
              route,
              backend,
              listenerProtocol: listener.protocol,
            }),
            weight: backend.weight,
          })),
        }),
      ],
      ...(transforms.length > 0 && { transforms }),
      tags: withDefaultTags(tags, context.settings),
    };
  });
}
