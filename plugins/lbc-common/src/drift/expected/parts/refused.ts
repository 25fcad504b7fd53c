import { Message, MessageParams, message } from '../../../messages';
import { NotModelledReason } from '../../facts';

/**
 * Why the controller refuses a spec. Thrown within the builders, as the
 * controller returns an error, and caught by `expectedModel`.
 */
export class RefusedError extends Error {
  readonly #reason: Message;

  constructor(reason: Message) {
    super(reason.code);
    this.#reason = reason;
  }

  get reason(): Message {
    return this.#reason;
  }
}

/** Whether it builds anything cannot be told: what decides it was not read. */
export class UndecidedError extends Error {
  readonly #reason: NotModelledReason;

  constructor(reason: NotModelledReason) {
    super(reason);
    this.#reason = reason;
  }

  get reason(): NotModelledReason {
    return this.#reason;
  }
}

/** Ends the building of a model, as the controller does. */
export function refuse(code: Message['code'], params?: MessageParams): never {
  throw new RefusedError(message(code, params));
}

/** The value, if it is one of those allowed. */
export function oneOf<T extends string>(
  value: string,
  allowed: readonly T[],
  field: string,
): T {
  return (
    allowed.find(each => each === value) ??
    refuse('drift.refused.value', { field, value, allowed })
  );
}

/** The only one of several values; they must agree. */
export function agreed(
  values: readonly string[],
  field: string,
): string | undefined {
  const distinct = [...new Set(values)].sort();
  return distinct.length > 1
    ? refuse('drift.refused.conflict', { field, values: distinct })
    : distinct[0];
}
