import { IncomingHttpHeaders } from 'http';
import { JsonObject, JsonValue, asObject, isObject, parseJson } from '../json';

/** A call to AWS, taken off the wire. */
export interface AwsRequest {
  operation: string;
  /** Whether the operation changes nothing, as far as its name or method tells. */
  readOnly: boolean;
  /** The protocol it came in. */
  protocol: 'query' | 'json' | 'rest';
  params: JsonObject;
  /** What follows the path of a call by method and path. */
  query?: Record<string, string>;
  /** The API version that a query names. */
  version?: string;
  /** Who signed it, and for what; nothing where it is not signed. */
  signature?: Signature;
  sessionToken?: string;
}

/** What a SigV4 signature says without being checked. */
export interface Signature {
  accessKeyId: string;
  region: string;
  /** The signing name, e.g. `elasticloadbalancing`. */
  service: string;
}

/** Operations that change nothing; everything else would. */
const READ_ONLY = /^(Describe|Get|List|AssumeRole)/;

/** Reads a call in one of AWS' protocols. */
export function parseAwsRequest(options: {
  method: string;
  url: URL;
  headers: IncomingHttpHeaders;
  body: string;
}): AwsRequest {
  const { method, url, headers, body } = options;
  const signed = {
    signature: parseSignature(headers.authorization),
    sessionToken: header(headers['x-amz-security-token']),
  };
  const target = header(headers['x-amz-target']);
  if (target !== undefined) {
    const operation = target.slice(target.lastIndexOf('.') + 1);
    return {
      ...signed,
      protocol: 'json',
      operation,
      readOnly: READ_ONLY.test(operation),
      params: asObject(body.trim() === '' ? {} : parseJson(body)),
    };
  }
  const fields = new Map([...url.searchParams, ...new URLSearchParams(body)]);
  const action = fields.get('Action');
  if (action === undefined) {
    return {
      ...signed,
      protocol: 'rest',
      operation: `${method} ${url.pathname}`,
      readOnly: method === 'GET' || method === 'HEAD',
      params: {},
      query: Object.fromEntries(url.searchParams),
    };
  }
  const version = fields.get('Version');
  fields.delete('Action');
  fields.delete('Version');
  return {
    ...signed,
    protocol: 'query',
    operation: action,
    readOnly: READ_ONLY.test(action),
    version,
    params: nest(fields),
  };
}

function parseSignature(authorization?: string): Signature | undefined {
  const match =
    /Credential=([^/]+)\/\d{8}\/([^/]+)\/([^/]+)\/aws4_request/.exec(
      authorization ?? '',
    );
  return match
    ? { accessKeyId: match[1], region: match[2], service: match[3] }
    : undefined;
}

/**
 * Takes the flat names of a query apart: `Arns.member.1` (and EC2's `Arn.1`)
 * become arrays, `Filter.1.Name` an object in one.
 */
function nest(fields: Map<string, string>): JsonObject {
  const root: JsonObject = {};
  for (const [name, value] of fields) {
    const path = name.split('.').filter(part => part !== 'member');
    let current = root;
    for (const part of path.slice(0, -1)) {
      const next = isObject(current[part]) ? asObject(current[part]) : {};
      current[part] = next;
      current = next;
    }
    current[path[path.length - 1]] = value;
  }
  return asObject(arrays(root));
}

function arrays(value: JsonValue): JsonValue {
  if (!isObject(value)) {
    return value;
  }
  const entries = Object.entries(value).map(
    ([key, inner]): [string, JsonValue] => [key, arrays(inner ?? null)],
  );
  const numbered =
    entries.length > 0 && entries.every(([key]) => /^\d+$/.test(key));
  return numbered
    ? entries
        .sort(([a], [b]) => Number(a) - Number(b))
        .map(([, inner]) => inner)
    : Object.fromEntries(entries);
}

function header(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
