import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type {
  ReadinessCheck,
  ReadinessInput,
  ReadinessResult,
} from '@lbc-backstage/plugin-lbc-common';

/**
 * A check of a company's own. It may ask elsewhere, and has to be done within
 * seconds: one that throws or takes longer is `unknown`, by its code.
 * @public
 */
export interface LbcReadinessCheck extends Omit<ReadinessCheck, 'run'> {
  run(
    input: ReadinessInput,
    options: { signal: AbortSignal },
  ): ReadinessResult[] | Promise<ReadinessResult[]>;
}

/** Adds checks to upgrade readiness. @public */
export interface LbcReadinessExtensionPoint {
  /**
   * A code that is taken already stops the start. Sentences of your own go by
   * the message `readiness.extension-says`, with a `text`.
   */
  addCheck(check: LbcReadinessCheck): void;
}

/** @public */
export const lbcReadinessExtensionPoint =
  createExtensionPoint<LbcReadinessExtensionPoint>({ id: 'lbc.readiness' });
