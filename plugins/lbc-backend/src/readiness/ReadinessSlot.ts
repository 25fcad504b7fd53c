import { stringifyError } from '@backstage/errors';
import {
  Attestation,
  judgeReadinessResults,
  message,
  READINESS_CHECKS,
  ReadinessInput,
  ReadinessOutcome,
  ReadinessResult,
} from '@lbc-backstage/plugin-lbc-common';
import type {
  LbcReadinessCheck,
  LbcReadinessExtensionPoint,
} from '@lbc-backstage/plugin-lbc-node';

const LIMIT_SECONDS = 5;
const CODE = /^[A-Z0-9]+(-[A-Z0-9]+)+$/;
const STATUSES = ['pass', 'warn', 'fail', 'unknown', 'not-applicable'];

/** Checks that modules added. */
export class ReadinessSlot implements LbcReadinessExtensionPoint {
  readonly #checks: LbcReadinessCheck[] = [];
  readonly #limitSeconds: number;

  constructor(options: { limitSeconds?: number } = {}) {
    this.#limitSeconds = options.limitSeconds ?? LIMIT_SECONDS;
  }

  addCheck(check: LbcReadinessCheck): void {
    const { code } = check;
    if (!CODE.test(code)) {
      throw new Error(
        `A check of readiness has the code "${code}": write it as in ACME-CHANGE-001`,
      );
    }
    if (
      [...READINESS_CHECKS, ...this.#checks].some(each => each.code === code)
    ) {
      throw new Error(`The code ${code} of a check of readiness is taken`);
    }
    this.#checks.push(check);
  }

  /** Codes of every check, our own first. */
  codes(): string[] {
    return [...READINESS_CHECKS, ...this.#checks].map(({ code }) => code);
  }

  /** Runs them side by side; none can keep the answer waiting, or spoil it. */
  async run(
    input: ReadinessInput,
    attestations: readonly Attestation[],
  ): Promise<ReadinessOutcome[]> {
    return Promise.all(
      this.#checks
        .filter(
          ({ targets }) => !targets || targets.includes(input.target.kind),
        )
        .map(async added => {
          const results = await this.#results(added, input);
          return judgeReadinessResults({
            check: { ...added, run: () => [] },
            input,
            attestations,
            results,
          });
        }),
    );
  }

  async #results(
    check: LbcReadinessCheck,
    input: ReadinessInput,
  ): Promise<ReadinessResult[]> {
    const { code } = check;
    const controller = new AbortController();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<ReadinessResult[]>(resolve => {
      timer = setTimeout(() => {
        controller.abort();
        resolve([
          {
            status: 'unknown',
            message: message('readiness.extension-slow', {
              code,
              limitSeconds: this.#limitSeconds,
            }),
          },
        ]);
      }, this.#limitSeconds * 1000);
    });
    try {
      const results = await Promise.race([
        Promise.resolve().then(() =>
          check.run(input, { signal: controller.signal }),
        ),
        late,
      ]);
      assertResults(results);
      return results;
    } catch (error) {
      return [
        {
          status: 'unknown',
          message: message('readiness.extension-failed', {
            code,
            error: stringifyError(error).slice(0, 500),
          }),
        },
      ];
    } finally {
      clearTimeout(timer);
    }
  }
}

/** A module may be written in anything. */
function assertResults(results: unknown): asserts results is ReadinessResult[] {
  const isResult = (each: unknown) =>
    typeof each === 'object' &&
    each !== null &&
    'status' in each &&
    STATUSES.includes(String(each.status)) &&
    'message' in each &&
    typeof each.message === 'object' &&
    each.message !== null &&
    'code' in each.message;
  if (!Array.isArray(results) || !results.every(isResult)) {
    throw new Error(
      'it gave something else than a list of results with status and message',
    );
  }
}
