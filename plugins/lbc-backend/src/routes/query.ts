import { InputError } from '@backstage/errors';
import {
  LIFECYCLE_STATES,
  LifecycleState,
} from '@lbc-backstage/plugin-lbc-common';
import type { Request } from 'express';

const DEFAULT_LIMIT = 50;
const HIGHEST_LIMIT = 100;

/** All values of a query parameter, also where commas join them. */
export function readList(req: Request, name: string): string[] | undefined {
  const value = req.query[name];
  if (value === undefined) {
    return undefined;
  }
  const values = Array.isArray(value) ? value : [value];
  return values.flatMap(each => {
    if (typeof each !== 'string') {
      throw new InputError(`Write ${name} as plain values, as in ?${name}=a`);
    }
    return each.split(',').filter(Boolean);
  });
}

function readOne(req: Request, name: string): string | undefined {
  const value = req.query[name];
  if (value !== undefined && typeof value !== 'string') {
    throw new InputError(`Give ${name} once, as a plain value`);
  }
  return value || undefined;
}

/** A plain value, once. */
export function readName(req: Request, name: string): string | undefined {
  return readOne(req, name);
}

/** `limit` and `cursor` of a page. */
export function readPaging(req: Request): { limit: number; cursor?: string } {
  const text = readOne(req, 'limit');
  const limit = text === undefined ? DEFAULT_LIMIT : Number(text);
  if (!Number.isInteger(limit) || limit < 1 || limit > HIGHEST_LIMIT) {
    throw new InputError(
      `limit is "${text}": give a whole number from 1 to ${HIGHEST_LIMIT}`,
    );
  }
  const cursor = readOne(req, 'cursor');
  return { limit, ...(cursor && { cursor }) };
}

function isState(text: string): text is LifecycleState {
  return (LIFECYCLE_STATES as readonly string[]).includes(text);
}

/** `state`, once or more often. */
export function readStates(req: Request): LifecycleState[] | undefined {
  const states = readList(req, 'state')?.map(state => {
    if (!isState(state)) {
      throw new InputError(
        `state is "${state}": give one of ${LIFECYCLE_STATES.join(', ')}`,
      );
    }
    return state;
  });
  return states?.length ? states : undefined;
}

/** `true` or `false`. */
export function readFlag(req: Request, name: string): boolean {
  const text = readOne(req, name);
  if (text !== undefined && text !== 'true' && text !== 'false') {
    throw new InputError(`${name} is "${text}": give true or false`);
  }
  return text === 'true';
}
