import { Json, field, list, objs, obj, str, strs } from '../parts/read';
import { refuse } from '../parts/refused';
import { ExpectedCondition, ExpectedTransform } from '../types';
import { namedList } from './backends';
import { Member, keyOf } from './members';

const CONFIGS: Readonly<Record<string, string>> = {
  'host-header': 'hostHeaderConfig',
  'path-pattern': 'pathPatternConfig',
  'http-header': 'httpHeaderConfig',
  'http-request-method': 'httpRequestMethodConfig',
  'query-string': 'queryStringConfig',
  'source-ip': 'sourceIPConfig',
};

interface NamedCondition extends ExpectedCondition {
  values: string[];
  regexValues: string[];
}

function namedCondition(
  condition: Json,
  wrong: () => never,
): NamedCondition | undefined {
  const name = str(field(condition, 'field')) ?? '';
  if (!Object.hasOwn(CONFIGS, name)) {
    // The controller takes it and makes nothing of it.
    return undefined;
  }
  const config = obj(field(condition, CONFIGS[name])) ?? wrong();
  if (name === 'query-string') {
    const queryString = objs(field(config, 'values')).map(pair => ({
      key: str(field(pair, 'key')),
      value: str(field(pair, 'value')) || wrong(),
    }));
    return queryString.length > 0
      ? { field: name, queryString, values: [], regexValues: [] }
      : wrong();
  }
  const values = strs(field(config, 'values'));
  const regexValues =
    name === 'http-request-method' || name === 'source-ip'
      ? []
      : strs(field(config, 'regexValues'));
  if (values.length > 0 === regexValues.length > 0) {
    return wrong();
  }
  return {
    field: name,
    values,
    regexValues,
    ...(name === 'http-header' && {
      httpHeaderName: str(field(config, 'httpHeaderName')) ?? '',
    }),
  };
}

/** `conditions.<name>` of an Ingress. */
function namedConditions(member: Member, name: string): NamedCondition[] {
  const suffix = `conditions.${name}`;
  return namedList(member, suffix).flatMap(
    each =>
      namedCondition(each, () =>
        refuse('drift.refused.condition', {
          annotation: member.annotations.nameOf(suffix),
          owner: keyOf(member),
        }),
      ) ?? [],
  );
}

/** Patterns of a path, by its type (`buildPathPatterns`). */
function pathPatterns(
  member: Member,
  path: string,
  pathType: string | undefined,
): { values: string[]; regexValues: string[] } {
  const wildcard = () =>
    /[*?]/.test(path) &&
    refuse('drift.refused.wildcard-path', { owner: keyOf(member), path });
  switch (pathType ?? 'ImplementationSpecific') {
    case 'Exact':
      wildcard();
      return { values: [path], regexValues: [] };
    case 'Prefix': {
      if (path === '/') {
        return { values: ['/*'], regexValues: [] };
      }
      wildcard();
      const prefix = path.replace(/\/$/, '');
      return { values: [prefix, `${prefix}/*`], regexValues: [] };
    }
    default:
      return member.annotations.bool('use-regex-path-match')
        ? { values: [], regexValues: [path.slice(1)] }
        : { values: [path], regexValues: [] };
  }
}

function both(
  fieldName: string,
  values: string[],
  regexValues: string[],
  member: Member,
): ExpectedCondition[] {
  if (values.length > 0 && regexValues.length > 0) {
    refuse('drift.refused.values-and-regex', {
      owner: keyOf(member),
      field: fieldName,
    });
  }
  return [
    ...(values.length > 0 ? [{ field: fieldName, values }] : []),
    ...(regexValues.length > 0 ? [{ field: fieldName, regexValues }] : []),
  ];
}

/** `buildRuleConditions`: of a rule's host, its path, and what is named. */
export function conditionsOf(options: {
  member: Member;
  host: string | undefined;
  path: string | undefined;
  pathType: string | undefined;
  backend: string;
}): ExpectedCondition[] {
  const { member, host, path, pathType, backend } = options;
  const hosts = host ? [host] : [];
  const hostRegexes: string[] = [];
  const patterns = path
    ? pathPatterns(member, path, pathType)
    : { values: [], regexValues: [] };
  const conditions: ExpectedCondition[] = [];
  for (const named of namedConditions(member, backend)) {
    if (named.field === 'host-header') {
      hosts.push(...named.values);
      hostRegexes.push(...named.regexValues);
    } else if (named.field === 'path-pattern') {
      patterns.values.push(...named.values);
      patterns.regexValues.push(...named.regexValues);
    } else {
      const { values, regexValues, ...rest } = named;
      conditions.push({
        ...rest,
        ...(values.length > 0 && { values }),
        ...(regexValues.length > 0 && { regexValues }),
      });
    }
  }
  conditions.push(...both('host-header', hosts, hostRegexes, member));
  conditions.push(
    ...both('path-pattern', patterns.values, patterns.regexValues, member),
  );
  return conditions.length > 0
    ? conditions
    : [{ field: 'path-pattern', values: ['/*'] }];
}

const REWRITES: Readonly<Record<string, string>> = {
  'url-rewrite': 'urlRewriteConfig',
  'host-header-rewrite': 'hostHeaderRewriteConfig',
};

/** `transforms.<name>` of an Ingress. */
export function transformsOf(
  member: Member,
  name: string,
): ExpectedTransform[] {
  const suffix = `transforms.${name}`;
  return namedList(member, suffix).map(transform => {
    const type = str(field(transform, 'type')) ?? '';
    const config = Object.hasOwn(REWRITES, type)
      ? obj(field(transform, REWRITES[type]))
      : undefined;
    const rewrites = list(field(config, 'rewrites')).flatMap(each => {
      const rewrite = obj(each);
      return rewrite
        ? {
            regex: str(field(rewrite, 'regex')) ?? '',
            replace: str(field(rewrite, 'replace')) ?? '',
          }
        : [];
    });
    return rewrites.length > 0
      ? { type, rewrites }
      : refuse('drift.refused.transform', {
          annotation: member.annotations.nameOf(suffix),
          owner: keyOf(member),
        });
  });
}
