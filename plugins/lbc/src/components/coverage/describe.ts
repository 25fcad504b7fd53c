import {
  awsRightsOf,
  findKubernetesRight,
  KUBERNETES_KINDS,
  rbacRuleLine,
} from '@lbc-backstage/plugin-lbc-common';
import type { CoverageItem } from '@lbc-backstage/plugin-lbc-common';

const KINDS_BY_ID = new Map(
  Object.entries(KUBERNETES_KINDS).flatMap(([name, kind]) => [
    [kind.id, kind],
    [name, kind],
  ]),
);

const AWS_NAMES: Record<string, string> = {
  loadBalancers: 'load balancers',
  targetGroups: 'target groups',
  tags: 'tags',
  health: 'target health',
  targetHealth: 'target health',
};

function plural(kind: string | undefined): string | undefined {
  if (!kind || kind.endsWith('Params')) {
    return kind;
  }
  return kind.endsWith('s') ? `${kind}es` : `${kind}s`;
}

/** A kind as people name it: `Gateways`, `load balancers`. */
export function kindName(item: Pick<CoverageItem, 'source' | 'kind'>): string {
  return item.source === 'aws'
    ? AWS_NAMES[item.kind] ?? item.kind
    : plural(KINDS_BY_ID.get(item.kind)?.kind) ?? item.kind;
}

/** What a target id stands for. */
export function parseTarget(
  target: string,
): { kind: 'cluster' | 'scope'; name: string } | undefined {
  const colon = target.indexOf(':');
  const kind = target.slice(0, colon);
  return kind === 'cluster' || kind === 'scope'
    ? { kind, name: target.slice(colon + 1) }
    : undefined;
}

/** A cluster's name, or account and Region. */
export function targetName(target: string): string {
  return parseTarget(target)?.name ?? target;
}

/** Which of the texts says what is hidden. */
export function hiddenBy(
  item: CoverageItem,
): 'kubernetes' | 'aws' | 'tags' | 'events' | 'health' {
  if (item.source === 'aws') {
    if (item.kind === 'tags') {
      return 'tags';
    }
    return AWS_NAMES[item.kind] === 'target health' ? 'health' : 'aws';
  }
  return kindName(item) === 'Events' ? 'events' : 'kubernetes';
}

/** The IAM actions that a kind of AWS needs. */
export function awsActions(kind: string): string {
  const actions = awsRightsOf(kind === 'health' ? 'targetHealth' : kind);
  return actions.length > 0
    ? actions.map(({ action }) => action).join(', ')
    : `elasticloadbalancing:Describe* (${kind})`;
}

/** The rule of a ClusterRole that lets a kind be read. */
export function clusterRoleRule(kind: string): string {
  const [resource, ...group] = kind.split('.');
  return rbacRuleLine(
    findKubernetesRight(kind) ?? {
      apiGroup: group.join('.'),
      resource,
      verbs: ['list'],
    },
  );
}

/** What is neither whole nor not installed, worst first. */
export function incomplete(items: readonly CoverageItem[]): CoverageItem[] {
  const order = ['denied', 'failed', 'partial'];
  return items
    .filter(({ coverage }) => order.includes(coverage))
    .sort(
      (left, right) =>
        order.indexOf(left.coverage) - order.indexOf(right.coverage) ||
        left.target.localeCompare(right.target) ||
        left.kind.localeCompare(right.kind),
    );
}

/** What was not said already: the same kind of the same target, in the same words. */
export function notSaid(
  items: readonly CoverageItem[],
  said: readonly CoverageItem[],
): CoverageItem[] {
  const keyOf = ({ source, target, kind, coverage }: CoverageItem) =>
    [source, target, kind, coverage].join(' ');
  const known = new Set(said.map(keyOf));
  return items.filter(item => !known.has(keyOf(item)));
}
