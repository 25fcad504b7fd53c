import { Json, field, list, obj, objs, str, strs } from '../parts/read';
import { refuse } from '../parts/refused';
import { ExpectedCondition, ExpectedTransform } from '../types';
import { Precedence } from './precedence';

/** `a,b` are two values; a backslash keeps what follows. */
function headerValues(text: string): string[] {
  const values: string[] = [];
  let current = '';
  for (let index = 0; index < text.length; index++) {
    if (text[index] === '\\' && index + 1 < text.length) {
      current += text[++index];
    } else if (text[index] === ',') {
      values.push(current);
      current = '';
    } else {
      current += text[index];
    }
  }
  return [...values, current];
}

function pathCondition(path: Json): ExpectedCondition {
  const type = str(path.type) ?? 'PathPrefix';
  const value = str(path.value) ?? '/';
  if (type === 'RegularExpression') {
    return { field: 'path-pattern', regexValues: [value] };
  }
  if (type === 'Exact') {
    return { field: 'path-pattern', values: [value] };
  }
  if (/[*?]/.test(value)) {
    refuse('drift.refused.wildcard-path', { owner: 'HTTPRoute', path: value });
  }
  const prefix = value.replace(/\/$/, '');
  return {
    field: 'path-pattern',
    values: value === '/' ? ['/*'] : [prefix, `${prefix}/*`],
  };
}

function headerConditions(match: Json, isGrpc: boolean): ExpectedCondition[] {
  return objs(match.headers).map(header => {
    const value = str(header.value) ?? '';
    return {
      field: 'http-header',
      httpHeaderName: str(header.name) ?? '',
      ...(!isGrpc && header.type === 'RegularExpression'
        ? { regexValues: [value] }
        : { values: headerValues(value) }),
    };
  });
}

function grpcPath(match: Json | undefined): ExpectedCondition {
  const method = obj(match?.method);
  const service = str(method?.service);
  const name = str(method?.method);
  if (method && service === undefined && name === undefined) {
    refuse('drift.refused.grpc-method');
  }
  const path = method ? `/${service ?? '*'}/${name ?? '*'}` : '/*';
  return { field: 'path-pattern', values: [path] };
}

/** Conditions of a rule: host, path, headers, query, method, sources. */
export function conditionsOf(
  { hostname, match, route, matchIndex }: Precedence,
  ruleConfig: Json | undefined,
): ExpectedCondition[] {
  const isGrpc = route.kind === 'GRPCRoute';
  const conditions: ExpectedCondition[] = hostname
    ? [{ field: 'host-header', values: [hostname] }]
    : [];
  if (isGrpc) {
    conditions.push(grpcPath(match));
  } else if (obj(match?.path)) {
    conditions.push(pathCondition(obj(match?.path) ?? {}));
  }
  if (match) {
    conditions.push(...headerConditions(match, isGrpc));
  }
  if (match && !isGrpc) {
    for (const query of objs(match.queryParams)) {
      conditions.push({
        field: 'query-string',
        queryString: [
          { key: str(query.name) ?? '', value: str(query.value) ?? '' },
        ],
      });
    }
    const method = str(match.method);
    if (method !== undefined) {
      conditions.push({ field: 'http-request-method', values: [method] });
    }
  }
  for (const each of objs(ruleConfig?.conditions)) {
    const indexes = list(each.matchIndexes);
    const times =
      each.matchIndexes === undefined
        ? 1
        : indexes.filter(index => index === matchIndex).length;
    if (each.field === 'source-ip') {
      for (let time = 0; time < times; time++) {
        conditions.push({
          field: 'source-ip',
          values: strs(field(obj(each.sourceIPConfig), 'values')),
        });
      }
    }
  }
  return conditions;
}

function prefixRewrite(match: Json | undefined, replacement: string) {
  const prefix = str(obj(match?.path)?.value) ?? '/';
  const isOpen = replacement !== '' && !replacement.endsWith('/');
  return {
    regex: `(^${prefix}(/)?)`,
    replace: isOpen ? `${replacement}$2` : replacement || '/',
  };
}

function pathRewrite(path: Json, match: Json | undefined): ExpectedTransform {
  return {
    type: 'url-rewrite',
    rewrites: [
      path.type === 'ReplacePrefixMatch'
        ? prefixRewrite(match, str(path.replacePrefixMatch) ?? '')
        : {
            regex: '^([^?]*)',
            replace: str(path.replaceFullPath) ?? '',
          },
    ],
  };
}

/** What a rule's filters rewrite. */
export function transformsOf(
  { match, route }: Precedence,
  filters: readonly Json[],
): ExpectedTransform[] {
  if (route.kind !== 'HTTPRoute') {
    return [];
  }
  return filters.flatMap(filter => {
    const rewrite = obj(filter.urlRewrite);
    const path = obj(rewrite?.path);
    const hostname = str(rewrite?.hostname);
    const redirected = obj(obj(filter.requestRedirect)?.path);
    return [
      ...(path ? [pathRewrite(path, match)] : []),
      ...(hostname === undefined
        ? []
        : [
            {
              type: 'host-header-rewrite',
              rewrites: [{ regex: '.*', replace: hostname }],
            },
          ]),
      ...(str(redirected?.replacePrefixMatch) === undefined
        ? []
        : [pathRewrite(redirected ?? {}, match)]),
    ];
  });
}
