import { message } from '@lbc-backstage/plugin-lbc-common';
import { ApiBudget, AwsScope } from '@lbc-backstage/plugin-lbc-node';
import { ApiCall, ApiCallListener } from '../../apiCalls';
import { AwsClients, ScopeClients } from '../clients';
import { Endpoints } from '../config';
import { orAborted } from '../patience';
import { AwsFailure, EXPIRED, awsFailure, nameOf } from '../failures';

/** A service whose calls have a budget. */
export type BudgetedService =
  | 'elbv2'
  | 'tagging'
  | 'tagging-security-groups'
  | 'ec2'
  | 'eks'
  | 'iam';

/** Options of {@link ScopeCaller.create}. */
export interface ScopeCallerOptions {
  clients: AwsClients;
  scope: AwsScope;
  endpoints?: Endpoints;
  /** Throws where configuration does not name the scope. */
  check: () => Promise<void>;
  budget: ApiBudget;
  signal: AbortSignal;
  onCall?: ApiCallListener;
}

/** One page of a list, or of what a paginator makes of it. */
interface PageOptions<P> {
  service: BudgetedService;
  /** Such as `elasticloadbalancing:DescribeLoadBalancers`. */
  operation: string;
  pages: AsyncGenerator<P, unknown, unknown>;
  tokenOf: (page: P) => string | undefined;
  /** The page's list; an answer without one is none of AWS'. */
  listOf: (page: P) => readonly unknown[] | undefined;
  /** Takes a page's list; may say that it is no use to go on. */
  take: (list: readonly unknown[]) => AwsFailure | undefined;
}

/**
 * Calls one scope, each call in its turn. What fails is told as data; only an
 * abort is thrown.
 */
export class ScopeCaller {
  readonly scope: AwsScope;
  readonly clients: ScopeClients;
  readonly #options: ScopeCallerOptions;
  readonly #refused = new Set<string>();
  #checked?: Promise<void>;

  static create(options: ScopeCallerOptions): ScopeCaller {
    return new ScopeCaller(options);
  }

  private constructor(options: ScopeCallerOptions) {
    this.#options = options;
    this.scope = options.scope;
    this.clients = options.clients.ofScope(options.scope, options.endpoints);
  }

  /** What every call is sent with. */
  get sendOptions(): { abortSignal: AbortSignal } {
    return { abortSignal: this.#options.signal };
  }

  /** Actions that were refused since this was asked last. */
  takeRefused(): string[] {
    const refused = [...this.#refused].sort();
    this.#refused.clear();
    return refused;
  }

  throwIfAborted(): void {
    this.#options.signal.throwIfAborted();
  }

  /** Makes one call when it is its turn. */
  async call<T>(
    service: BudgetedService,
    operation: string,
    send: () => Promise<T>,
  ): Promise<{ answer: T } | { error: unknown; failure: AwsFailure }> {
    const { budget, signal, scope, clients } = this.#options;
    try {
      this.#checked ??= this.#options.check();
      await this.#checked;
      await budget.take({ scopeId: scope.id, service, signal });
      // The SDK does not stop fetching credentials when it is aborted.
      const answer = await orAborted(send(), signal);
      this.#tell(operation, 'ok');
      return { answer };
    } catch (error) {
      signal.throwIfAborted();
      if (EXPIRED.has(nameOf(error))) {
        await clients.forgetCredentials(scope.accountId);
      }
      const failure = awsFailure({ error, operation, scope });
      if (failure.reason.code === 'source.aws-denied') {
        this.#refused.add(operation);
      }
      this.#tell(operation, outcomeOf(failure, error));
      return { error, failure };
    }
  }

  #tell(operation: string, outcome: ApiCall['outcome']) {
    this.#options.onCall?.({ operation, outcome });
  }

  /** Reads a list to its end; returns why it did not come to it. */
  async readPages<P>(options: PageOptions<P>): Promise<AwsFailure | undefined> {
    const { service, operation, pages, tokenOf, listOf, take } = options;
    const tokens = new Set<string>();
    for (;;) {
      const called = await this.call(service, operation, () => pages.next());
      if ('failure' in called) {
        return called.failure;
      }
      if (called.answer.done) {
        return undefined;
      }
      const page = called.answer.value;
      const list = listOf(page);
      const problem = list ? take(list) : noList(operation);
      if (problem) {
        return problem;
      }
      const token = tokenOf(page);
      // Stopping here costs no turn; the paginator would only say that it is done.
      if (!token) {
        return undefined;
      }
      if (tokens.has(token)) {
        return {
          coverage: 'failed',
          reason: message('source.aws-pages-never-end', {
            operation,
            pages: tokens.size + 1,
          }),
        };
      }
      tokens.add(token);
    }
  }
}

function outcomeOf(failure: AwsFailure, error: unknown): ApiCall['outcome'] {
  if (/throttl|too ?many|RequestLimit/i.test(nameOf(error))) {
    return 'throttled';
  }
  return failure.coverage === 'denied' ? 'denied' : 'failed';
}

/**
 * The answer was read, and has no list in it. Something between the portal and
 * AWS may answer 200 with a page of its own; that is not "there are none".
 */
export function noList(operation: string): AwsFailure {
  return {
    coverage: 'failed',
    reason: message('source.aws-failed', {
      operation,
      detail: 'the answer has no list in it',
    }),
  };
}
