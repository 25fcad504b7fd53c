import { reference } from '../../facts';
import { keyValues, merged, objs } from '../parts/read';
import { refuse } from '../parts/refused';
import { ExpectedAction, ExpectedListener, ExpectedRule } from '../types';
import { actionsOf } from './actions';
import { backendOf } from './backends';
import { conditionsOf, transformsOf } from './conditions';
import { ListenPort } from './listenPorts';
import { mergeNamed } from './loadBalancer';
import { Member, keyOf } from './members';
import { optimizeRules } from './optimize';
import { tagsOfGroup, tagsOfMember } from './tags';
import { TargetGroupContext } from './targetGroups';

const NOT_FOUND: ExpectedAction = {
  type: 'fixed-response',
  fixedResponse: { contentType: 'text/plain', statusCode: '404' },
};

function redirectTo(port: number): ExpectedAction {
  return {
    type: 'redirect',
    redirect: { port: String(port), protocol: 'HTTPS', statusCode: 'HTTP_301' },
  };
}

function attributesOf(
  port: number,
  { protocol }: ListenPort,
  members: readonly Member[],
): Record<string, string> {
  const ofClass = keyValues(
    objs(members[0]?.params?.listeners).find(
      each => each.protocol === protocol && each.port === port,
    )?.listenerAttributes,
  );
  const suffix = `listener-attributes.${protocol}-${port}`;
  return merged(
    ofClass,
    mergeNamed({ members, suffix, decided: ofClass, field: suffix }),
  );
}

function defaultActions(
  shared: TargetGroupContext,
  { protocol }: ListenPort,
  members: readonly Member[],
): ExpectedAction[] {
  const withDefault = members.filter(
    ({ ingress }) => ingress.spec?.defaultBackend,
  );
  if (withDefault.length > 1) {
    refuse('drift.refused.default-backends', {
      owners: withDefault.map(keyOf),
    });
  }
  const [member] = withDefault;
  if (!member) {
    return [NOT_FOUND];
  }
  const backend = backendOf(
    shared.context,
    member,
    member.ingress.spec?.defaultBackend?.service,
  );
  return actionsOf(shared, member, backend)(protocol);
}

type Path = NonNullable<
  NonNullable<
    NonNullable<NonNullable<Member['ingress']['spec']>['rules']>[number]['http']
  >['paths']
>[number];

/** Exact ones, then prefixes from the longest, then the rest in their order. */
function sortPaths(paths: readonly Path[], member: Member): Path[] {
  const of = (type: string) =>
    paths.filter(
      ({ pathType }) => (pathType ?? 'ImplementationSpecific') === type,
    );
  const known = ['Exact', 'Prefix', 'ImplementationSpecific'];
  const other = paths.find(
    ({ pathType = known[2] }) => !known.includes(pathType),
  );
  if (other) {
    refuse('drift.refused.value', {
      field: `pathType of ${keyOf(member)}`,
      value: other.pathType ?? '',
      allowed: known,
    });
  }
  return [
    ...of('Exact'),
    ...of('Prefix').sort(
      (a, b) => (b.path ?? '').length - (a.path ?? '').length,
    ),
    ...of('ImplementationSpecific'),
  ];
}

/** A rule of the Ingress API, for each protocol that serves it. */
type RuleOfPath = (
  protocol: string,
) => Omit<ExpectedRule, 'listener' | 'priority'>;

/** What the paths of a member become, whatever the listener. */
function rulesOfMember(
  shared: TargetGroupContext,
  member: Member,
): RuleOfPath[] {
  const tags = tagsOfMember(shared.context, member);
  return (member.ingress.spec?.rules ?? []).flatMap(({ host, http }) =>
    sortPaths(http?.paths ?? [], member).map((path): RuleOfPath => {
      const service = path.backend?.service;
      const backend = backendOf(shared.context, member, service);
      const conditions = conditionsOf({
        member,
        host,
        path: path.path,
        pathType: path.pathType,
        backend: service?.name ?? '',
      });
      const transforms = transformsOf(member, service?.name ?? '');
      const actions = actionsOf(shared, member, backend);
      return protocol => ({
        conditions,
        actions: actions(protocol),
        ...(transforms.length > 0 && { transforms }),
        tags,
      });
    }),
  );
}

/** A listener a port, with its rules (`buildListener`, `buildListenerRules`). */
export function buildListeners(options: {
  shared: TargetGroupContext;
  ports: ReadonlyMap<number, ListenPort>;
  membersByPort: ReadonlyMap<number, readonly Member[]>;
  sslRedirect: number | undefined;
}): void {
  const { shared, ports, membersByPort, sslRedirect } = options;
  const { model } = shared.context;
  const rulesByMember = new Map<Member, RuleOfPath[]>();
  const rulesOf = (member: Member) => {
    const rules = rulesByMember.get(member) ?? rulesOfMember(shared, member);
    rulesByMember.set(member, rules);
    return rules;
  };
  for (const [port, listenPort] of ports) {
    const members = membersByPort.get(port) ?? [];
    const { protocol } = listenPort;
    const isRedirected = sslRedirect !== undefined && protocol === 'HTTP';
    const listener: ExpectedListener = {
      loadBalancer: reference('load-balancer', 'LoadBalancer'),
      port,
      protocol,
      certificates: listenPort.certificates,
      sslPolicy: listenPort.sslPolicy,
      mutualAuthentication: listenPort.mutualAuthentication,
      defaultActions: isRedirected
        ? [redirectTo(sslRedirect)]
        : defaultActions(shared, listenPort, members),
      tags: tagsOfGroup(shared.context, members),
      attributes: attributesOf(port, listenPort, members),
    };
    model.listeners[String(port)] = listener;
    if (!isRedirected) {
      optimizeRules(
        port,
        protocol,
        members.flatMap(rulesOf).map(rule => rule(protocol)),
      ).forEach((rule, index) => {
        model.rules[`${port}:${index + 1}`] = {
          listener: String(port),
          priority: index + 1,
          ...rule,
        };
      });
    }
  }
}
