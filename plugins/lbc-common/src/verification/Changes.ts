import { message, Message, MessageParams } from '../messages';
import type { ChangeCause, VerificationChange } from './types';

/** Says whose doing a change of a stack is. */
export interface Attribution {
  /** `owners`: of a part that only some of the stack's owners have. */
  causeOf(options: { owners?: readonly string[] }): ChangeCause;
  /** Is a change with this cause no surprise? */
  expects(cause: ChangeCause): boolean;
  /** What an owner cannot bring about by changing its spec. */
  readonly notByOwner: ChangeCause;
}

type Value = string | number | boolean | null | undefined;

function text(value: Value): string | null {
  return value === undefined || value === null ? null : String(value);
}

/** Options of one change. */
export interface ChangeOptions {
  kind?: VerificationChange['kind'];
  path: string;
  code: Message['code'];
  params?: MessageParams;
  before: Value;
  after: Value;
  /** `<kind>/<namespace>/<name>` of those whose part it is; absent: of all. */
  owners?: readonly string[];
  /** An owner's change of spec cannot have done it. */
  beyondOwners?: boolean;
  /** It was brought about by something that is known. */
  cause?: ChangeCause;
  expected?: boolean;
  reportedOnly?: boolean;
}

/** Gathers what differs between then and now. */
export class Changes {
  readonly #changes: VerificationChange[] = [];
  readonly #unread = new Map<string, Message>();
  readonly #attribution: Attribution;

  static create(attribution: Attribution): Changes {
    return new Changes(attribution);
  }

  private constructor(attribution: Attribution) {
    this.#attribution = attribution;
  }

  /** One fact on both sides; absent before: nobody's concern. */
  check(options: ChangeOptions): void {
    const before = text(options.before);
    if (before !== null && before !== text(options.after)) {
      this.add({
        kind: text(options.after) === null ? 'removed' : 'changed',
        ...options,
      });
    }
  }

  add(options: ChangeOptions): void {
    const { kind = 'changed', path, code, params, owners } = options;
    const before = text(options.before);
    const after = text(options.after);
    const cause =
      options.cause ??
      (options.beyondOwners
        ? this.#attribution.notByOwner
        : this.#attribution.causeOf({ ...(owners && { owners }) }));
    this.#changes.push({
      kind,
      message: message(code, {
        ...params,
        before: before ?? '',
        after: after ?? '',
      }),
      path,
      before,
      after,
      cause,
      expected: options.expected ?? this.#attribution.expects(cause),
      reportedOnly: options.reportedOnly ?? false,
    });
  }

  /** A part that was not read, then or now. */
  unread(code: Message['code'], params?: MessageParams): void {
    this.#unread.set(
      `${code} ${JSON.stringify(params)}`,
      message(code, params),
    );
  }

  get list(): VerificationChange[] {
    return this.#changes;
  }

  get notRead(): Message[] {
    return [...this.#unread.values()];
  }
}
