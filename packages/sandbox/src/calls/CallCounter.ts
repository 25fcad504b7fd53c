/** A call that would have changed something. */
export interface Mutation {
  /** `kubernetes` or the AWS service, e.g. `elbv2`. */
  api: string;
  /** What was tried, e.g. `DELETE /api/v1/namespaces/shop/services/web`. */
  what: string;
}

/**
 * Counts every call by API. A mutating call is refused by the servers and
 * kept here, so that a test can see that there was one.
 */
export class CallCounter {
  readonly #counts = new Map<string, number>();
  readonly #mutations: Mutation[] = [];

  /** Counts one call, e.g. `kubernetes GET ingresses` or `elbv2 DescribeTags`. */
  count(call: string): void {
    this.#counts.set(call, (this.#counts.get(call) ?? 0) + 1);
  }

  /** Remembers a call that tried to change something. */
  mutation(mutation: Mutation): void {
    this.#mutations.push(mutation);
  }

  /** All counts so far, by call, in alphabetical order. */
  snapshot(): Record<string, number> {
    return Object.fromEntries(
      [...this.#counts].sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  }

  /** How many calls there were; with a prefix, how many whose name begins with it. */
  total(prefix = ''): number {
    let total = 0;
    for (const [call, count] of this.#counts) {
      if (call.startsWith(prefix)) {
        total += count;
      }
    }
    return total;
  }

  /** Every call that tried to change something. */
  mutations(): Mutation[] {
    return [...this.#mutations];
  }

  /** Begins again at zero. */
  reset(): void {
    this.#counts.clear();
    this.#mutations.length = 0;
  }
}
