import { AwsListener, AwsTargetGroupDetail } from '../detail';
import { TargetLookup } from '../targets';
import { StackOverlay, StackService } from '../workloads';
import { actionOf, conditionOf } from './actions';
import {
  ChainListener,
  ChainRule,
  ChainTarget,
  ChainTargetGroup,
  StackChain,
} from './types';

/** How much of a chain people are shown; what is beyond is counted. */
const MAX = {
  listeners: 50,
  rules: 200,
  targetGroups: 100,
  targetsOfGroup: 100,
  targets: 500,
};

/** Takes from a stock that all share. */
class Stock {
  constructor(private left: number) {}

  take<T>(items: readonly T[], most = Infinity): T[] {
    const taken = items.slice(0, Math.min(most, this.left));
    this.left -= taken.length;
    return taken;
  }
}

/** Puts what a detail job read into the order of a request. @public */
export function chainOf(options: {
  dnsName?: string;
  overlay: StackOverlay;
}): StackChain {
  const { dnsName, overlay } = options;
  const { detail, services, workloads } = overlay;
  const names = new Map(
    (detail.targetGroups ?? []).map(({ targetGroup }) => [
      targetGroup.arn,
      targetGroup.name,
    ]),
  );
  const listeners = detail.listeners?.slice(0, MAX.listeners);
  const rules = new Stock(MAX.rules);
  const targets = new Stock(MAX.targets);
  const lookup = TargetLookup.create(workloads);
  const reached = reachedBy(detail.listeners);
  const groups = detail.targetGroups?.slice(0, MAX.targetGroups);
  return {
    ...(dnsName && { dnsName }),
    ...(listeners && {
      listeners: listeners.map(each =>
        listenerOf({ listener: each, rules, nameOf: arn => names.get(arn) }),
      ),
    }),
    moreListeners: (detail.listeners?.length ?? 0) - (listeners?.length ?? 0),
    ...(groups && {
      targetGroups: groups.map(group =>
        targetGroupOf({ group, services, lookup, targets, reached }),
      ),
    }),
    moreTargetGroups:
      (detail.targetGroups?.length ?? 0) - (groups?.length ?? 0),
  };
}

function listenerOf(options: {
  listener: AwsListener;
  rules: Stock;
  nameOf: (targetGroupArn: string) => string | undefined;
}): ChainListener {
  const { listener, rules: stock, nameOf } = options;
  const { arn, port, protocol, sslPolicy, certificateArn } = listener;
  const shown = stock.take(listener.rules ?? []);
  const rules: ChainRule[] = [
    ...shown.map(({ priority, conditions, actions }) => ({
      priority,
      conditions: conditions.map(conditionOf),
      actions: actions.map(action => actionOf(action, nameOf)),
    })),
    {
      priority: 'default',
      conditions: [],
      actions: listener.defaultActions.map(action => actionOf(action, nameOf)),
    },
  ];
  return {
    arn,
    port,
    protocol,
    ...(sslPolicy && { sslPolicy }),
    certificateArns: [
      ...(certificateArn ? [certificateArn] : []),
      ...(listener.extraCertificateArns ?? []),
    ],
    rules,
    moreRules: (listener.rules?.length ?? 0) - shown.length,
    rulesRead: listener.rules !== undefined,
  };
}

/** Target groups that listeners forward to; `undefined`: not all rules were read. */
function reachedBy(
  listeners: readonly AwsListener[] | undefined,
): ReadonlySet<string> | undefined {
  if (!listeners || listeners.some(({ rules }) => rules === undefined)) {
    return undefined;
  }
  return new Set(
    listeners
      .flatMap(({ defaultActions, rules = [] }) => [
        ...defaultActions,
        ...rules.flatMap(({ actions }) => actions),
      ])
      .flatMap(({ targetGroups = [] }) => targetGroups)
      .map(({ arn }) => arn),
  );
}

function targetGroupOf(options: {
  group: AwsTargetGroupDetail;
  services: readonly StackService[];
  lookup: TargetLookup;
  targets: Stock;
  reached: ReadonlySet<string> | undefined;
}): ChainTargetGroup {
  const { group, lookup, targets: stock, reached } = options;
  const { arn, name, targetType, protocol, port } = group.targetGroup;
  const services = options.services.filter(
    ({ targetGroupArn }) => targetGroupArn === arn,
  );
  const all = group.health && [...group.health.targets].sort(unhealthyFirst);
  const shown = all && stock.take(all, MAX.targetsOfGroup);
  return {
    arn,
    name,
    ...(targetType && { targetType }),
    ...(protocol && { protocol }),
    ...(port !== undefined && { port }),
    ...(reached && { reached: reached.has(arn) }),
    services: services.map(each => ({
      namespace: each.namespace,
      name: each.name,
      targetBinding: each.targetBinding,
    })),
    ...(shown && {
      targets: shown.map((target): ChainTarget => {
        const { id, availabilityZone, state, reason, description } = target;
        return {
          id,
          ...(target.port !== undefined && { port: target.port }),
          ...(availabilityZone && { availabilityZone }),
          state,
          ...(reason && { reason }),
          ...(description && { description }),
          ...identityOf({ id, lookup, services }),
        };
      }),
    }),
    moreTargets: (all?.length ?? 0) - (shown?.length ?? 0),
  };
}

function identityOf(options: {
  id: string;
  lookup: TargetLookup;
  services: readonly StackService[];
}): Pick<ChainTarget, 'pod' | 'node'> {
  const { id, lookup, services } = options;
  const { pod, node } = lookup.find(id, services);
  const gate = pod?.readinessGates.find(({ type }) =>
    services.some(({ targetBinding }) => type.endsWith(`/${targetBinding}`)),
  );
  return {
    ...(pod && {
      pod: {
        namespace: pod.namespace,
        name: pod.name,
        ...(pod.ready !== undefined && { ready: pod.ready }),
        ...(pod.phase && { phase: pod.phase }),
        ...(gate && { gate }),
      },
    }),
    ...(node !== undefined && { node }),
  };
}

function unhealthyFirst(
  a: { state: string; id: string },
  b: { state: string; id: string },
): number {
  const rank = ({ state }: { state: string }) =>
    ({ unhealthy: 0, healthy: 2 }[state] ?? 1);
  return rank(a) - rank(b) || (a.id < b.id ? -1 : 1);
}
