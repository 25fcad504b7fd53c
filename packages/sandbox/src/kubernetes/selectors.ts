import { JsonObject, asObject, asString, at } from '../json';

/** A selector that cannot be read; the message is for the client. */
export class SelectorError extends Error {}

type Predicate = (object: JsonObject) => boolean;

/** Reads a label selector: equality (`a=b`, `a!=b`) and sets (`a in (b,c)`, `a`, `!a`). */
export function labelSelector(text: string): Predicate {
  const requirements = splitOutsideParentheses(text).map(labelRequirement);
  return object => {
    const labels = asObject(at(object, 'metadata', 'labels'));
    return requirements.every(requirement => requirement(labels));
  };
}

type LabelRequirement = (labels: JsonObject) => boolean;

const KEY = '[A-Za-z0-9]([-A-Za-z0-9_./]*[A-Za-z0-9])?';
const SET = new RegExp(`^(${KEY})\\s+(in|notin)\\s*\\(([^()]*)\\)$`);
const EQUALITY = new RegExp(`^(${KEY})\\s*(=|==|!=)\\s*([-A-Za-z0-9_.]*)$`);
const EXISTS = new RegExp(`^(!?)\\s*(${KEY})$`);

function labelRequirement(text: string): LabelRequirement {
  const set = SET.exec(text);
  if (set) {
    const values = set[4].split(',').map(value => value.trim());
    const isIn = (labels: JsonObject) =>
      values.includes(asString(labels[set[1]], '\0'));
    return set[3] === 'in' ? isIn : labels => !isIn(labels);
  }
  const equality = EQUALITY.exec(text);
  if (equality) {
    const equals = (labels: JsonObject) => labels[equality[1]] === equality[4];
    return equality[3] === '!=' ? labels => !equals(labels) : equals;
  }
  const exists = EXISTS.exec(text);
  if (exists) {
    const wanted = exists[1] === '';
    return labels => (labels[exists[2]] !== undefined) === wanted;
  }
  throw new SelectorError(`unable to parse requirement: "${text}"`);
}

/** Field selectors beside name and namespace, by resource, as an API server has them. */
const FIELDS: Record<string, string[]> = {
  events: [
    'involvedObject.kind',
    'involvedObject.namespace',
    'involvedObject.name',
    'involvedObject.uid',
    'involvedObject.apiVersion',
    'involvedObject.resourceVersion',
    'involvedObject.fieldPath',
    'reason',
    'reportingComponent',
    'source',
    'type',
  ],
  pods: ['spec.nodeName', 'status.phase', 'status.podIP'],
  namespaces: ['status.phase'],
  replicasets: ['status.replicas'],
  services: ['spec.clusterIP', 'spec.type'],
};

/** Reads a field selector: `a=b`, `a==b` and `a!=b`, separated by commas. */
export function fieldSelector(text: string, resource: string): Predicate {
  const supported = new Set([
    'metadata.name',
    'metadata.namespace',
    ...(FIELDS[resource] ?? []),
  ]);
  const requirements = text
    .split(',')
    .map(part => part.trim())
    .filter(Boolean)
    .map((part): Predicate => {
      const match = /^([^=!]+)(==|=|!=)(.*)$/.exec(part);
      if (!match) {
        throw new SelectorError(
          `invalid selector: '${text}'; can't understand '${part}'`,
        );
      }
      const [, field, operator, value] = match;
      if (!supported.has(field)) {
        throw new SelectorError(`field label not supported: ${field}`);
      }
      return object =>
        (fieldOf(object, field) === value) === (operator !== '!=');
    });
  return object => requirements.every(requirement => requirement(object));
}

function fieldOf(object: JsonObject, field: string): string {
  if (field === 'source') {
    return asString(at(object, 'source', 'component'));
  }
  const value = at(object, ...field.split('.'));
  return typeof value === 'number' ? String(value) : asString(value);
}

function splitOutsideParentheses(text: string): string[] {
  return text
    .split(/,(?![^(]*\))/)
    .map(part => part.trim())
    .filter(Boolean);
}
