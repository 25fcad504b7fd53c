/** Where a list goes on. */
export interface ContinueToken {
  /** The resourceVersion that the list was begun at; -1: whatever is now. */
  rv: number;
  /** Everything up to and including this key was handed out. */
  start: string;
  /** Which list the token belongs to. */
  list: string;
  /** The stay at a step that the list was begun in. */
  epoch: number;
  /** When the list was begun, in milliseconds of the fleet's clock. */
  begun: number;
  /** The page that the token leads to, from 1. */
  page: number;
  /** How many items were handed out before. */
  offset: number;
}

/** Marks a token as of the layout below, as an API server does its own. */
const VERSION = 'meta.k8s.io/v1';

export function encodeContinue(token: ContinueToken): string {
  const json = JSON.stringify({ v: VERSION, ...token });
  return Buffer.from(json).toString('base64url');
}

/** Reads a token; `undefined` for what is none. */
export function decodeContinue(text: string): ContinueToken | undefined {
  try {
    const json: unknown = JSON.parse(
      Buffer.from(text, 'base64url').toString('utf8'),
    );
    return isToken(json) ? json : undefined;
  } catch {
    return undefined;
  }
}

function isToken(value: unknown): value is ContinueToken & { v: string } {
  if (typeof value !== 'object' || value === null) {
    return false;
  }
  const token = value as Record<string, unknown>;
  return (
    token.v === VERSION &&
    typeof token.start === 'string' &&
    typeof token.list === 'string' &&
    ['rv', 'epoch', 'begun', 'page', 'offset'].every(
      key => typeof token[key] === 'number',
    )
  );
}
