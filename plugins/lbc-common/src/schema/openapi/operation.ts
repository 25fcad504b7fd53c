import type { Json, ResponseName } from './schemas';
import { REFERENCE } from './schemas';

export function inPath(name: string, description: string): Json {
  return {
    name,
    in: 'path',
    required: true,
    description,
    schema: { type: 'string' },
  };
}

export function inQuery(name: string, description: string, schema: Json): Json {
  return { name, in: 'query', description, schema };
}

export function many(name: string, description: string, items: Json): Json {
  return inQuery(name, description, { type: 'array', items });
}

function error(description: string): Json {
  return {
    description,
    content: {
      'application/json': { schema: { $ref: `${REFERENCE}Error` } },
    },
  };
}

interface Operation {
  operationId: string;
  summary: string;
  parameters?: Json[];
  /** Name of the schema of its body. */
  response: ResponseName;
  /** Further statuses with the same body. */
  also?: Record<string, string>;
  errors: Array<400 | 401 | 403 | 404 | 409>;
  open?: boolean;
}

const ERRORS = {
  400: 'A parameter is wrong; the message says which and what to give instead',
  401: 'Credentials are missing',
  403: 'The caller lacks a permission; the message names it',
  404: 'There is none, or the caller may not see it',
  409: 'Something of the kind is being done; the message says what to wait for',
};

export function operation(options: Operation): Json {
  const { operationId, summary, parameters, response, also = {} } = options;
  const body = {
    content: {
      'application/json': {
        schema: { $ref: `${REFERENCE}${response}` },
      },
    },
  };
  return {
    operationId,
    summary,
    ...(parameters && { parameters }),
    ...(options.open && { security: [] }),
    responses: {
      200: { description: 'OK', ...body },
      ...Object.fromEntries(
        Object.entries(also).map(([status, description]) => [
          status,
          { description, ...body },
        ]),
      ),
      ...Object.fromEntries(
        options.errors.map(status => [status, error(ERRORS[status])]),
      ),
    },
  };
}
