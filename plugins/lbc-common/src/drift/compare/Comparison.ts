import { Message, MessageParams, message } from '../../messages';
import { NotModelledReason, isNotModelled } from '../facts';
import { DriftFinding, DriftKind, DriftResult, ReconcileState } from './types';

type Value = string | number | boolean | null | undefined;

function text(value: Value): string | null {
  return value === undefined || value === null ? null : String(value);
}

/** Whether a reconcile will come without anybody's doing. */
function isDue(reconcile: ReconcileState): boolean {
  const { alive, failing, specChangedAt, lastSuccessAt } = reconcile;
  return (
    alive !== false &&
    (failing === true ||
      (specChangedAt !== undefined &&
        lastSuccessAt !== undefined &&
        Date.parse(specChangedAt) > Date.parse(lastSuccessAt)))
  );
}

/** Gathers what differs, and what could not be looked at. */
export class Comparison {
  readonly #findings: DriftFinding[] = [];
  readonly #notExamined = new Map<string, Message>();
  readonly #usual: DriftKind;
  #compared = 0;

  private constructor(usual: DriftKind) {
    this.#usual = usual;
  }

  static create(reconcile: ReconcileState = {}): Comparison {
    return new Comparison(
      isDue(reconcile) ? 'reverted-at-next-reconcile' : 'not-noticed',
    );
  }

  /** Two values of one fact; an unknown one is told and not compared. */
  check(options: {
    path: string;
    code: Message['code'];
    params?: MessageParams;
    expected: unknown;
    live: Value;
    kind?: DriftKind;
  }): void {
    const { path, code, params, expected, live, kind } = options;
    if (isNotModelled(expected)) {
      this.notModelled(expected.notModelled);
      return;
    }
    this.#compared++;
    const wanted = text(expected as Value);
    if (wanted !== text(live)) {
      this.#add({ path, code, params, expected: wanted, live, kind });
    }
  }

  /** Something is there, or is not there, against what was expected. */
  differs(options: {
    path: string;
    code: Message['code'];
    params?: MessageParams;
    expected: Value;
    live: Value;
    kind?: DriftKind;
  }): void {
    this.#compared++;
    this.#add(options);
  }

  /** A fact that is as it should be. */
  agrees(): void {
    this.#compared++;
  }

  /** Whether two values are the same, and then counted: nearly all are. */
  isSame(expected: unknown, live: Value): boolean {
    const same =
      live !== undefined && live !== null && (expected as Value) === live;
    this.#compared += same ? 1 : 0;
    return same;
  }

  notModelled(reason: NotModelledReason): void {
    const code = `drift.not-modelled.${reason}` as const;
    this.#notExamined.set(code, message(code));
  }

  /** Something that was not read, or that nothing reads. */
  unread(code: Message['code'], params?: MessageParams): void {
    this.#notExamined.set(
      `${code} ${JSON.stringify(params)}`,
      message(code, params),
    );
  }

  result(): DriftResult {
    const findings = this.#findings;
    const notExamined = [...this.#notExamined.values()];
    const isFound = findings.some(({ kind }) => kind !== 'ignored');
    const rest = findings.length > 0 ? 'ignored' : 'none';
    const unfound = notExamined.length > 0 ? 'not-examined' : rest;
    return {
      facet: isFound ? 'found' : unfound,
      findings,
      notExamined,
      compared: this.#compared,
    };
  }

  #add(options: {
    path: string;
    code: Message['code'];
    params?: MessageParams;
    expected: Value;
    live: Value;
    kind?: DriftKind;
  }): void {
    const { path, code, params, kind } = options;
    const expected = text(options.expected);
    const live = text(options.live);
    this.#findings.push({
      message: message(code, {
        ...params,
        expected: expected ?? '',
        live: live ?? '',
      }),
      path,
      expected,
      live,
      kind: kind ?? this.#usual,
    });
  }
}
