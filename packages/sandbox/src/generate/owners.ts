import { JsonObject } from '../json';
import { MakeContext, metadata, servedFields } from './objects';
import { BackendPlan, OwnerPlan, StackPlan } from './plan';
import { CHANGED_AT } from './time';

const NETWORKING = 'networking.k8s.io/v1';
/** When the Ingress of the second step was changed. */
export const EDITED_AT = CHANGED_AT - 60 * 1000;

/** The certificate that HTTPS listeners of a scope have. */
export function certificateArn({ cluster }: StackPlan): string {
  const { region, accountId } = cluster.scope;
  return `arn:aws:acm:${region}:${accountId}:certificate/28dd533f-2696-4928-8395-d6243b878f52`;
}

/** The host name of an owner's applications. */
export function hostOf({ name, namespace }: OwnerPlan): string {
  return `${name}.${namespace}.example.com`;
}

/** A member of a group, or the only Ingress of a load balancer. */
export function ingress(
  stack: StackPlan,
  owner: OwnerPlan,
  { ids, changed }: MakeContext,
): JsonObject {
  const { namespace, name, uid, createdAt, deletedAt } = owner;
  const edited = changed && stack.changes;
  let generation = 1;
  if (edited || deletedAt !== undefined) {
    generation = 2;
  }
  return {
    metadata: metadata(ids, {
      name,
      namespace,
      uid,
      createdAt,
      deletedAt,
      generation,
      annotations: ingressAnnotations(stack, owner, edited),
      finalizers: [
        stack.family === 'group'
          ? `group.ingress.k8s.aws/${stack.stack}`
          : 'ingress.k8s.aws/resources',
      ],
      managedFields: servedFields(
        NETWORKING,
        createdAt,
        edited ? EDITED_AT : createdAt,
      ),
    }),
    spec: {
      ingressClassName: 'alb',
      rules: [
        {
          host: hostOf(owner),
          http: {
            paths: backendsOf(stack, owner).map(
              ({ workload, port }, index) => ({
                path: pathOf(index),
                pathType: 'Prefix',
                backend: {
                  service: { name: workload.name, port: { number: port } },
                },
              }),
            ),
          },
        },
      ],
    },
    status: {
      loadBalancer: {
        ingress: [
          {
            hostname: stack.loadBalancer.dnsName.toLowerCase(),
            ports: listenerPorts(stack).map(port => ({ port, protocol: '' })),
          },
        ],
      },
    },
  };
}

function ingressAnnotations(
  stack: StackPlan,
  owner: OwnerPlan,
  edited: boolean,
): Record<string, string> {
  const order = (stack.owners.indexOf(owner) + 1) * 10;
  const attributes = [
    ...(edited ? ['idle_timeout.timeout_seconds=120'] : []),
    ...(isProtected(stack) ? ['deletion_protection.enabled=true'] : []),
  ].join(',');
  const annotations: Record<string, string | undefined> = {
    'certificate-arn': stack.https ? certificateArn(stack) : undefined,
    'group.name': stack.family === 'group' ? stack.stack : undefined,
    'group.order': stack.family === 'group' ? String(order) : undefined,
    'listen-ports': stack.https ? '[{"HTTP":80},{"HTTPS":443}]' : undefined,
    'load-balancer-attributes': attributes || undefined,
    scheme: stack.scheme,
    tags: stack.team ? `team=${stack.team}` : undefined,
    'target-type': 'ip',
  };
  return Object.fromEntries(
    Object.entries(annotations).flatMap(([key, value]) =>
      value === undefined ? [] : [[`alb.ingress.kubernetes.io/${key}`, value]],
    ),
  );
}

/** What keeps a deletion from ending where a controller is there to do it. */
export function isProtected({ fate, cluster }: StackPlan): boolean {
  return fate === 'deleted' && cluster.attended;
}

/** The backends that one owner of a stack routes to. */
export function backendsOf(stack: StackPlan, owner: OwnerPlan): BackendPlan[] {
  return stack.backends.filter(backend => backend.owner === owner);
}

/** The path of an owner's backend: the first takes what no other does. */
export function pathOf(index: number): string {
  return index === 0 ? '/' : `/part-${index + 1}`;
}

/** The ports that a load balancer listens on. */
export function listenerPorts(stack: StackPlan): number[] {
  if (stack.family === 'service') {
    return stack.backends.map(backend => backend.port);
  }
  return stack.https ? [80, 443] : [80];
}
