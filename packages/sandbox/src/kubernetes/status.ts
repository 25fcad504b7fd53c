import { Reply, jsonReply } from '../wire';

/** Who the fleet's bearer tokens belong to, as refusals name it. */
export const USER = 'system:serviceaccount:backstage:backstage';

/** What an API server's `Status` object says. */
export interface StatusOptions {
  code: number;
  reason?: string;
  message: string;
  details?: Record<string, unknown>;
  /** For 410: a token to go on with. */
  continueToken?: string;
  headers?: Record<string, string>;
}

const REASONS: Record<number, string> = {
  400: 'BadRequest',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'NotFound',
  405: 'MethodNotAllowed',
  406: 'NotAcceptable',
  409: 'Conflict',
  410: 'Expired',
  422: 'Invalid',
  429: 'TooManyRequests',
  500: 'InternalError',
  503: 'ServiceUnavailable',
  504: 'Timeout',
};

/** An API server's way to say no. */
export function statusReply(options: StatusOptions): Reply {
  const { code, reason, message, details, continueToken, headers } = options;
  return jsonReply(
    code,
    {
      kind: 'Status',
      apiVersion: 'v1',
      metadata: continueToken ? { continue: continueToken } : {},
      status: 'Failure',
      message,
      reason: reason ?? REASONS[code],
      details,
      code,
    },
    headers,
  );
}

export function unauthorized(): Reply {
  return statusReply({ code: 401, message: 'Unauthorized' });
}

export function badRequest(message: string): Reply {
  return statusReply({ code: 400, message });
}

/** A resource that a known group does not have. */
export function noSuchResource(): Reply {
  return statusReply({
    code: 404,
    message: 'the server could not find the requested resource',
    details: {},
  });
}

/** What a refusal is about. */
export interface Target {
  group: string;
  resource: string;
  namespace?: string;
  name?: string;
}

export function notFound({ group, resource, name }: Target): Reply {
  return statusReply({
    code: 404,
    message: `${qualified(group, resource)} "${name}" not found`,
    details: { name, group: group || undefined, kind: resource },
  });
}

export function forbidden({ group, resource, namespace, name }: Target): Reply {
  const what = name
    ? `${qualified(group, resource)} "${name}" is forbidden`
    : `${qualified(group, resource)} is forbidden`;
  const where = namespace
    ? `in the namespace "${namespace}"`
    : 'at the cluster scope';
  const verb = name ? 'get' : 'list';
  return statusReply({
    code: 403,
    message: `${what}: User "${USER}" cannot ${verb} resource "${resource}" in API group "${group}" ${where}`,
    details: { name, group: group || undefined, kind: resource },
  });
}

/** A path that only needs to be allowed as such, e.g. `/version`. */
export function forbiddenPath(path: string): Reply {
  return statusReply({
    code: 403,
    message: `forbidden: User "${USER}" cannot get path "${path}"`,
    details: {},
  });
}

export function methodNotAllowed(): Reply {
  return statusReply({
    code: 405,
    message: 'the server does not allow this method on the requested resource',
    details: {},
  });
}

export function notAcceptable(accepted: string[]): Reply {
  return statusReply({
    code: 406,
    message: `only the following media types are accepted: ${accepted.join(
      ', ',
    )}`,
  });
}

/** A token that is too old, with one to go on with all the same. */
export function expired(continueToken: string): Reply {
  return statusReply({
    code: 410,
    message:
      'The provided continue parameter is too old to display a consistent list result. ' +
      'You can start a new list without the continue parameter, or use the continue token in ' +
      'this response to retrieve the remainder of the results. Continuing with the provided ' +
      'token results in an inconsistent list - objects that were created, modified, or deleted ' +
      'between the time the first chunk was returned and now may show up in the list.',
    continueToken,
  });
}

export function tooManyRequests(): Reply {
  return statusReply({
    code: 429,
    message: 'Too many requests, please try again later.',
    details: { retryAfterSeconds: 1 },
    headers: { 'Retry-After': '1' },
  });
}

function qualified(group: string, resource: string): string {
  return group ? `${resource}.${group}` : resource;
}
