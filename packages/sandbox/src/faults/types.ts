import { z } from 'zod';
import { JsonValue } from '../json';
import { Reply } from '../wire';

/** The two kinds of servers of the fleet. */
export type Side = 'kubernetes' | 'aws';

/** What a rule can match a call by. */
export interface CallFacts {
  side: Side;
  /** The worlds whose data the call is about. */
  worlds: string[];
  cluster?: string;
  account?: string;
  region?: string;
  service?: string;
  /** The resource (`ingresses`, `version`, `discovery`) or operation (`DescribeTags`). */
  what: string;
  /** Which page of a list is asked for, from 1. */
  page: number;
  /** How many items were handed out before this page. */
  offset: number;
}

/** How a side says no. */
export interface Refusals {
  status(code: number, body?: string): Reply;
  denied(): Reply;
  throttled(): Reply;
  expiredCredentials(): Reply;
  expiredContinue(): Reply;
}

/** A call that a fault acts on. */
export interface FaultCall {
  facts: CallFacts;
  refusals: Refusals;
  /** Aborted when the client goes away. */
  signal: AbortSignal;
  /** The fleet's clock, in milliseconds. */
  now: number;
  /** The same list as it was at the step before, where there is one. */
  previousItems?: () => JsonValue[] | undefined;
}

/** One page of a list, and the whole that it is a part of. */
export interface PageView {
  items: JsonValue[];
  /** The token of the next page; none on the last. */
  next?: string;
  readonly page: number;
  readonly offset: number;
  readonly size: number;
  readonly all: JsonValue[];
  /** A token for the page that begins at an offset. */
  tokenAt(offset: number, page: number): string;
}

/** Where a fault can act, in the order in which a call passes. */
export interface FaultHooks {
  /** Before the call is looked at: an answer here is the answer. */
  before?(call: FaultCall): Reply | undefined | Promise<Reply | undefined>;
  /** The cluster that answers instead, by its portal name. */
  standIn?(call: FaultCall): string | undefined;
  /** On a list as a whole. */
  items?(call: FaultCall, items: JsonValue[]): JsonValue[];
  /** On one page of a list. */
  page?(call: FaultCall, page: PageView): PageView;
  /** On the answer. */
  after?(call: FaultCall, reply: Reply): Reply;
}

/** A kind of fault: what it is called, what it takes, and what it does. */
export interface FaultKind<S extends z.ZodType = z.ZodType> {
  kind: string;
  /** One sentence, for people. */
  title: string;
  sides: Side[];
  schema: S;
  create(spec: z.output<S>): FaultHooks;
}

/** Helps TypeScript to infer a kind of fault from its schema. */
export function defineFault<S extends z.ZodType>(
  kind: FaultKind<S>,
): FaultKind<S> {
  return kind;
}
