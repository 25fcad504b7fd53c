import { Message, message, NotRead } from '@lbc-backstage/plugin-lbc-common';
import { DetailProgress } from '@lbc-backstage/plugin-lbc-node';
import { z } from 'zod';
import { ScopeCaller } from '../inventory';
import { BudgetedService } from '../inventory/ScopeCaller';

interface ListOptions<P, T> {
  /** ELBv2 where it is not said. */
  service?: BudgetedService;
  /** Such as `DescribeRules`, or with its service's prefix. */
  operation: string;
  pages: () => AsyncGenerator<P, unknown, unknown>;
  tokenOf: (page: P) => string | undefined;
  listOf: (page: P) => readonly unknown[] | undefined;
  schema: z.ZodType<T>;
}

/**
 * Reads the parts of one stack. What can't be read is noted once an operation,
 * and an operation that is denied is not tried for the next ARN.
 */
export class DetailReader {
  readonly caller: ScopeCaller;
  readonly #onProgress?: (progress: DetailProgress) => void;
  readonly #notRead = new Map<string, Message>();
  readonly #denied = new Set<string>();
  #partsDone = 0;
  #partsTotal = 0;

  static create(options: {
    caller: ScopeCaller;
    onProgress?: (progress: DetailProgress) => void;
  }): DetailReader {
    return new DetailReader(options.caller, options.onProgress);
  }

  private constructor(
    caller: ScopeCaller,
    onProgress?: (progress: DetailProgress) => void,
  ) {
    this.caller = caller;
    this.#onProgress = onProgress;
  }

  get notRead(): NotRead[] {
    return [...this.#notRead].map(([operation, reason]) => ({
      operation,
      reason,
    }));
  }

  /** Parts read so far: each is a call, where no list has a second page. */
  get partsDone(): number {
    return this.#partsDone;
  }

  /** Notes what is left out. */
  leaveOut(operation: string, reason: Message): void {
    this.#note(nameOf(operation), reason);
  }

  /** Says how many more parts are to be read. */
  expect(parts: number): void {
    this.#partsTotal += parts;
    this.#tell();
  }

  /** Reads a list to its end; `undefined`: it was not read. */
  async list<P, T>(options: ListOptions<P, T>): Promise<T[] | undefined> {
    const { operation, pages, tokenOf, listOf, schema } = options;
    const { service = 'elbv2' } = options;
    const name = nameOf(operation);
    if (this.#denied.has(name)) {
      this.#done();
      return undefined;
    }
    this.caller.throwIfAborted();
    const items: T[] = [];
    let malformed: { count: number; example: string } | undefined;
    const failure = await this.caller.readPages({
      service,
      operation: name,
      pages: pages(),
      tokenOf,
      listOf,
      take(list) {
        for (const raw of list) {
          const parsed = schema.safeParse(raw);
          if (parsed.success) {
            items.push(parsed.data);
          } else {
            const path = parsed.error.issues[0]?.path.join('.');
            malformed = {
              count: (malformed?.count ?? 0) + 1,
              example: malformed?.example ?? (path || 'the resource itself'),
            };
          }
        }
        return undefined;
      },
    });
    this.#done();
    if (failure) {
      this.#note(name, failure.reason, failure.coverage === 'denied');
      return undefined;
    }
    if (malformed) {
      this.#note(
        name,
        message('source.aws-malformed-items', {
          operation: name,
          ...malformed,
        }),
      );
      // A list that lacks some would pass for the whole.
      return undefined;
    }
    return items;
  }

  /** Reads what comes in one answer; `undefined`: it was not read. */
  async answer<P, T>(options: {
    service?: BudgetedService;
    operation: string;
    send: () => Promise<P>;
    listOf: (page: P) => readonly unknown[] | undefined;
    schema: z.ZodType<T>;
  }): Promise<T[] | undefined> {
    const { send, ...rest } = options;
    return this.list({
      ...rest,
      pages: () => onePage(send),
      tokenOf: () => undefined,
    });
  }

  #note(name: string, reason: Message, denied = false): void {
    if (!this.#notRead.has(name)) {
      this.#notRead.set(name, reason);
    }
    if (denied) {
      this.#denied.add(name);
    }
  }

  #done(): void {
    this.#partsDone += 1;
    this.#tell();
  }

  #tell(): void {
    this.#onProgress?.({
      partsDone: this.#partsDone,
      partsTotal: Math.max(this.#partsTotal, this.#partsDone),
    });
  }
}

async function* onePage<P>(
  send: () => Promise<P>,
): AsyncGenerator<P, undefined, unknown> {
  yield await send();
  return undefined;
}

function nameOf(operation: string): string {
  return operation.includes(':')
    ? operation
    : `elasticloadbalancing:${operation}`;
}
