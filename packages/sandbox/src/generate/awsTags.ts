import { JsonObject } from '../json';
import { familyPrefix } from './bindings';
import { BackendPlan, StackPlan } from './plan';
import { elbArn } from './planNames';
import { listenerPorts } from './owners';
import { Ids } from './random';

/** A tag as AWS writes it. */
export type Tag = { Key: string; Value: string };

/** The tags of one resource of a stack, sorted as the controller's are. */
export function stackTags(stack: StackPlan, resource: string): Tag[] {
  const prefix = familyPrefix(stack);
  const pairs: Array<[string, string]> = [
    ['elbv2.k8s.aws/cluster', stack.cluster.name],
    [`${prefix}/resource`, resource],
    [`${prefix}/stack`, stack.stack],
  ];
  if (stack.team) {
    pairs.push(['team', stack.team]);
  }
  return pairs.map(([Key, Value]) => ({ Key, Value }));
}

/** What the controller calls a target group. */
export function targetGroupResource(
  stack: StackPlan,
  { owner, workload, port, targetPort }: BackendPlan,
): string {
  switch (stack.family) {
    case 'service':
      return `${stack.stack}:${port}`;
    case 'gateway':
      return `${stack.stack}:${workload.namespace}-${workload.name}:HTTPRoute-${workload.namespace}-${workload.name}:${targetPort}`;
    default:
      return `${owner.namespace}/${owner.name}-${workload.name}:${port}`;
  }
}

/** A listener of a stack's load balancer. */
export interface ListenerPlan {
  arn: string;
  port: number;
  protocol: 'HTTP' | 'HTTPS' | 'TCP';
  /** Rules, the default one last. */
  rules: Array<{ arn: string; priority: string; backend?: BackendPlan }>;
}

/** The listeners of a stack, with their rules. */
export function listenersOf(stack: StackPlan, ids: Ids): ListenerPlan[] {
  const { loadBalancer, cluster, backends, family } = stack;
  const kind = loadBalancer.type === 'application' ? 'app' : 'net';
  return listenerPorts(stack).map((port, index): ListenerPlan => {
    const id = ids.hex(16, loadBalancer.id, 'listener', port);
    const path = `${kind}/${loadBalancer.name}/${loadBalancer.id}/${id}`;
    const ruleArn = (rule: string) =>
      elbArn(
        cluster.scope,
        `listener-rule/${path}/${ids.hex(16, id, 'rule', rule)}`,
      );
    const ofBackends =
      family === 'service'
        ? []
        : backends.map((backend, place) => ({
            arn: ruleArn(String(place + 1)),
            priority: String(place + 1),
            backend,
          }));
    return {
      arn: elbArn(cluster.scope, `listener/${path}`),
      port,
      protocol: protocolOf(stack, port),
      rules: [
        ...ofBackends,
        {
          arn: ruleArn('default'),
          priority: 'default',
          backend: family === 'service' ? backends[index] : undefined,
        },
      ],
    };
  });
}

function protocolOf(
  { family }: StackPlan,
  port: number,
): ListenerPlan['protocol'] {
  if (family === 'service') {
    return 'TCP';
  }
  return port === 443 ? 'HTTPS' : 'HTTP';
}

/** Everything of a stack that has tags in ELBv2. */
export function tagDescriptions(stack: StackPlan, ids: Ids): JsonObject[] {
  const listeners = listenersOf(stack, ids);
  return [
    describe(stack.loadBalancer.arn, stackTags(stack, 'LoadBalancer')),
    ...stack.backends.map(backend =>
      describe(
        backend.targetGroup.arn,
        stackTags(stack, targetGroupResource(stack, backend)),
      ),
    ),
    ...listeners.flatMap(({ arn, port, rules }) => [
      describe(arn, stackTags(stack, String(port))),
      ...rules.map(({ arn: rule, priority }) =>
        describe(
          rule,
          // The default rule comes with the listener and has no tags.
          priority === 'default' ? [] : stackTags(stack, `${port}:${priority}`),
        ),
      ),
    ]),
  ];
}

function describe(ResourceArn: string, Tags: Tag[]): JsonObject {
  return { ResourceArn, Tags };
}
