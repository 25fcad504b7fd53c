import { CLUSTER_TAG, Tags } from '../../identity/tags';
import { parseArn } from '../../identity/arn';
import { KindSnapshot } from '../../inventory/coverage';
import { ScopeSnapshot } from '../../inventory/snapshot';
import { Message, message } from '../../messages';
import { tooOld } from './gates/gate';
import { PathContext } from './input';

type Counted = 'loadBalancers' | 'targetGroups' | 'securityGroups';

/** What of one kind AWS has under the cluster's name. */
export interface Tagged<T> {
  items: Array<{ scope: ScopeSnapshot; item: T; tags: Tags }>;
  notSeen: Message[];
  observedAt: Array<string | undefined>;
}

/** The account and Region that the controller says it works in. */
function home({ running }: PathContext): string | undefined {
  const accountId = parseArn(running?.identity?.roleArn ?? '')?.accountId;
  return accountId && running?.region
    ? `${accountId}/${running.region}`
    : undefined;
}

const idOf = ({ accountId, region }: { accountId: string; region: string }) =>
  `${accountId}/${region}`;

/**
 * Scopes in which the cluster's name was proven, or the controller works; where
 * neither is known all of them, which proves nothing about others.
 */
function placesOf(context: PathContext): {
  places: string[];
  notSeen: Message[];
} {
  const { bindings, scopes, cluster } = context;
  const own = home(context);
  const proven = [
    ...new Set([...bindings.map(idOf), ...(own === undefined ? [] : [own])]),
  ];
  return proven.length > 0
    ? { places: proven.sort(), notSeen: [] }
    : {
        places: scopes.map(idOf).sort(),
        notSeen: [
          message('removal-gate.place-unknown', { cluster: cluster.cluster }),
        ],
      };
}

/** Whether something in a VPC may be this cluster's; a controller looks at one VPC. */
function mayBeHere(
  context: PathContext,
  scope: ScopeSnapshot,
  vpcId: string | undefined,
): boolean {
  const here = context.bindings.filter(each => idOf(each) === idOf(scope));
  const vpcs = here.map(each => each.vpcId);
  return (
    vpcId === undefined ||
    here.length === 0 ||
    vpcs.includes(undefined) ||
    vpcs.includes(vpcId) ||
    context.running?.vpcId === vpcId
  );
}

/** What AWS has of one kind with the cluster's tag, and what could not be told. */
export function taggedWith<T extends { arn: string; vpcId?: string }>(
  context: PathContext,
  kind: Counted,
  take: (scope: ScopeSnapshot) => KindSnapshot<T & { tags?: Tags }> | undefined,
): Tagged<T> {
  const { names, scopes, cadence, cluster } = context;
  const { places, notSeen } = placesOf(context);
  const found: Tagged<T> = {
    items: [],
    notSeen: [
      ...notSeen,
      ...(names.length === 0
        ? [message('removal-gate.name-unknown', { cluster: cluster.cluster })]
        : []),
    ],
    observedAt: [],
  };
  for (const place of places) {
    const scope = scopes.find(each => idOf(each) === place);
    const read = scope && take(scope);
    if (!scope || !read) {
      found.notSeen.push(
        message(
          kind === 'securityGroups' && scope
            ? 'removal-gate.ec2-switched-off'
            : 'removal-gate.scope-not-read',
          { scope: place, kind },
        ),
      );
      continue;
    }
    found.observedAt.push(read.observedAt);
    if (read.coverage !== 'complete') {
      found.notSeen.push(
        message('removal-gate.scope-not-read', { scope: place, kind }),
      );
    } else {
      found.notSeen.push(
        ...tooOld(context, place, {
          ...(read.observedAt && { observedAt: read.observedAt }),
          everySeconds: cadence.awsSeconds,
        }),
      );
    }
    const tags = new Map(
      (scope.kinds.tags?.items ?? []).map(each => [each.arn, each.tags]),
    );
    let unread = 0;
    for (const item of read.items) {
      const own = item.tags ?? tags.get(item.arn);
      if (own === undefined) {
        unread += 1;
      } else if (
        names.includes(own[CLUSTER_TAG] ?? '') &&
        mayBeHere(context, scope, item.vpcId)
      ) {
        found.items.push({ scope, item, tags: own });
      }
    }
    if (unread > 0) {
      found.notSeen.push(
        message('removal-gate.tags-not-read', { scope: place, count: unread }),
      );
    }
  }
  return found;
}
