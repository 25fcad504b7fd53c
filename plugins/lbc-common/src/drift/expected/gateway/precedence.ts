import { Json, list, obj, objs, str } from '../parts/read';
import { AttachedRoute } from './attach';

/** A rule of a route for one match and one host name. */
export interface Precedence {
  route: AttachedRoute;
  ruleIndex: number;
  matchIndex: number;
  /** Empty where any will do. */
  hostname: string;
  match: Json | undefined;
  factors: readonly number[];
}

const HTTP_PATHS: Readonly<Record<string, number>> = {
  Exact: 3,
  PathPrefix: 2,
  RegularExpression: 1,
};
const GRPC_METHODS: Readonly<Record<string, number>> = {
  Exact: 3,
  RegularExpression: 1,
};

function rank(ranks: Readonly<Record<string, number>>, type: string): number {
  return Object.hasOwn(ranks, type) ? ranks[type] : 0;
}

/** Path type, lengths, method, headers, query: more comes first. */
function factorsOf(kind: string, match: Json | undefined): number[] {
  if (!match) {
    return [0, 0, 0, 0, 0, 0];
  }
  const headers = list(match.headers).length;
  if (kind === 'GRPCRoute') {
    const method = obj(match.method);
    return [
      method ? rank(GRPC_METHODS, str(method.type) ?? 'Exact') : 0,
      (str(method?.service) ?? '').length,
      (str(method?.method) ?? '').length,
      0,
      headers,
      0,
    ];
  }
  const path = obj(match.path);
  return [
    path ? rank(HTTP_PATHS, str(path.type) ?? 'PathPrefix') : 0,
    path ? (str(path.value) ?? '/').length : 0,
    0,
    match.method === undefined ? 0 : 1,
    headers,
    list(match.queryParams).length,
  ];
}

/** The more specific host name first; none comes last. */
function compareHostnames(a: string, b: string): number {
  if (a === '' || b === '') {
    return Number(a === '') - Number(b === '');
  }
  const wildcard = Number(a.startsWith('*.')) - Number(b.startsWith('*.'));
  return (
    wildcard || b.split('.').length - a.split('.').length || b.length - a.length
  );
}

function compareText(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}

function compare(a: Precedence, b: Precedence): number {
  const byHostname = compareHostnames(a.hostname, b.hostname);
  if (byHostname !== 0) {
    return byHostname;
  }
  for (let index = 0; index < a.factors.length; index++) {
    if (a.factors[index] !== b.factors[index]) {
      return b.factors[index] - a.factors[index];
    }
  }
  const metaA = a.route.route.metadata;
  const metaB = b.route.route.metadata;
  return (
    Date.parse(metaA.creationTimestamp ?? '') -
      Date.parse(metaB.creationTimestamp ?? '') ||
    compareText(
      `${metaA.namespace}/${metaA.name}`,
      `${metaB.namespace}/${metaB.name}`,
    ) ||
    a.ruleIndex - b.ruleIndex ||
    a.matchIndex - b.matchIndex ||
    compareText(a.hostname, b.hostname)
  );
}

/** `SortAllRulesByPrecedence`: the rules of a port in their order. */
export function sortRules(routes: readonly AttachedRoute[]): Precedence[] {
  return routes
    .flatMap(route =>
      (route.route.spec?.rules ?? []).flatMap((rule, ruleIndex) => {
        const matches = objs(rule.matches);
        const hostnames = route.hostnames.length > 0 ? route.hostnames : [''];
        return (matches.length > 0 ? matches : [undefined]).flatMap(
          (match, matchIndex) =>
            hostnames.map(hostname => ({
              route,
              ruleIndex,
              matchIndex: match ? matchIndex : Number.MAX_SAFE_INTEGER,
              hostname,
              match,
              factors: factorsOf(route.kind, match),
            })),
        );
      }),
    )
    .sort(compare);
}
