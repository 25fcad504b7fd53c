import { z } from 'zod';
import { JsonValue } from '../json';
import { Reply } from '../wire';
import { FaultSpec, faultKinds, faultSpecSchema } from './kinds';
import { CallFacts, FaultCall, FaultHooks, PageView } from './types';

/** A rule: which calls meet a fault, how often, and which fault. */
export const faultRuleSchema = z.strictObject({
  side: z.enum(['kubernetes', 'aws']),
  /** Only calls about this world. */
  world: z.string().optional(),
  /** Only this cluster, by its portal name. */
  cluster: z.string().optional(),
  account: z.string().optional(),
  region: z.string().optional(),
  /** Only this AWS service: `elbv2`, `tagging`, `sts`, `ec2`. */
  service: z.string().optional(),
  /** Only this Kubernetes resource, in the plural; also `version` and `discovery`. */
  resource: z.string().optional(),
  /** Only this AWS operation. */
  operation: z.string().optional(),
  /** How many calls meet the fault; without it, all. */
  times: z.number().int().positive().optional(),
  /** Only this page of a list, from 1. */
  page: z.number().int().positive().optional(),
  /** Only pages that begin after at least so many items. */
  afterItems: z.number().int().nonnegative().optional(),
  fault: faultSpecSchema,
});

/** A rule as it is given to {@link FaultBook.set}. */
export type FaultRule = Omit<z.input<typeof faultRuleSchema>, 'fault'> & {
  fault: FaultSpec;
};

/** A rule that is on, and what became of it. */
export interface ActiveFault {
  id: string;
  rule: FaultRule;
  /** How many calls have met it. */
  hits: number;
  /** How many more calls will; `undefined`: all. */
  remaining?: number;
}

interface Entry {
  rule: FaultRule;
  hooks: FaultHooks;
  hits: number;
}

/** The faults of one call, applied in the order in which they were set. */
export class MetFaults {
  readonly #hooks: FaultHooks[];

  constructor(hooks: FaultHooks[]) {
    this.#hooks = hooks;
  }

  /** An answer that a fault gives instead of the server. */
  async before(call: FaultCall): Promise<Reply | undefined> {
    for (const hooks of this.#hooks) {
      const reply = await hooks.before?.(call);
      if (reply) {
        return reply;
      }
    }
    return undefined;
  }

  /** The cluster that a fault lets answer instead. */
  standIn(call: FaultCall): string | undefined {
    return this.#hooks
      .map(hooks => hooks.standIn?.(call))
      .find(cluster => cluster !== undefined);
  }

  items(call: FaultCall, items: JsonValue[]): JsonValue[] {
    return this.#hooks.reduce(
      (result, hooks) => hooks.items?.(call, result) ?? result,
      items,
    );
  }

  page(call: FaultCall, page: PageView): PageView {
    return this.#hooks.reduce(
      (result, hooks) => hooks.page?.(call, result) ?? result,
      page,
    );
  }

  after(call: FaultCall, reply: Reply): Reply {
    return this.#hooks.reduce(
      (result, hooks) => hooks.after?.(call, result) ?? result,
      reply,
    );
  }
}

/** The faults that are on. */
export class FaultBook {
  readonly #entries = new Map<string, Entry>();
  #lastId = 0;

  /** Switches a fault on, under an id of your own or a new one; returns the id. */
  set(rule: FaultRule): string;
  set(id: string | undefined, rule: FaultRule): string;
  set(first: string | undefined | FaultRule, second?: FaultRule): string {
    const id = typeof first === 'string' ? first : this.#newId();
    const given = typeof first === 'object' ? first : second;
    const parsed = faultRuleSchema.safeParse(given);
    if (!parsed.success) {
      throw new Error(
        `This is not a fault rule: ${z.prettifyError(parsed.error)}`,
      );
    }
    const rule: FaultRule = parsed.data;
    const kind = faultKinds.find(each => each.kind === rule.fault.kind);
    if (!kind?.sides.includes(rule.side)) {
      throw new Error(
        `The fault "${rule.fault.kind}" does not exist for ${rule.side}`,
      );
    }
    this.#entries.set(id, { rule, hooks: kind.create(rule.fault), hits: 0 });
    return id;
  }

  /** Switches one fault off, or all. */
  clear(id?: string): void {
    if (id === undefined) {
      this.#entries.clear();
    } else {
      this.#entries.delete(id);
    }
  }

  /** The faults that are on. */
  list(): ActiveFault[] {
    return [...this.#entries].map(([id, { rule, hits }]) => ({
      id,
      rule,
      hits,
      remaining:
        rule.times === undefined ? undefined : Math.max(0, rule.times - hits),
    }));
  }

  /** The faults that a call meets; each counts it. */
  meet(facts: CallFacts): MetFaults {
    const met: FaultHooks[] = [];
    for (const entry of this.#entries.values()) {
      const { rule } = entry;
      const spent = rule.times !== undefined && entry.hits >= rule.times;
      if (!spent && matches(rule, facts)) {
        entry.hits += 1;
        met.push(entry.hooks);
      }
    }
    return new MetFaults(met);
  }

  #newId(): string {
    this.#lastId += 1;
    return `fault-${this.#lastId}`;
  }
}

function matches(rule: FaultRule, facts: CallFacts): boolean {
  const same = (wanted: string | undefined, got: string | undefined) =>
    wanted === undefined || wanted === got;
  return (
    rule.side === facts.side &&
    (rule.world === undefined || facts.worlds.includes(rule.world)) &&
    same(rule.cluster, facts.cluster) &&
    same(rule.account, facts.account) &&
    same(rule.region, facts.region) &&
    same(rule.service, facts.service) &&
    same(rule.resource, facts.what) &&
    same(rule.operation, facts.what) &&
    (rule.page === undefined || rule.page === facts.page) &&
    (rule.afterItems === undefined || facts.offset >= rule.afterItems)
  );
}
