import {
  createTranslationRef,
  type TranslationRef,
} from '@backstage/core-plugin-api/alpha';
import { baselineMessages } from './baselines';
import { compatibilityMessages } from './compatibility';
import { doctorMessages } from './doctor';
import { detailMessages } from './detail';
import { pageMessages } from './page';
import { readinessMessages } from './readiness';
import { removalMessages } from './removal';
import { stackMessages } from './stack';
import { stateMessages } from './states';

/**
 * The page's own words. Verdicts, reasons and remedies are not here: they come
 * as codes and are said by the message catalogues of `lbc-common`.
 * @public
 */
export const lbcMessages = {
  ...pageMessages,
  ...stateMessages,
  ...detailMessages,
  ...removalMessages,
  ...stackMessages,
  ...compatibilityMessages,
  ...readinessMessages,
  ...baselineMessages,
  ...doctorMessages,
} as const;

/**
 * The keys of {@link lbcMessages} with their English.
 * @public
 */
export type LbcMessages = typeof lbcMessages;

/**
 * What an app translates the page's words by. Its type is written out: one
 * that is inferred comes out in another order whenever anything else changes.
 * @public
 */
export const lbcTranslationRef: TranslationRef<'plugin.lbc', LbcMessages> =
  createTranslationRef({ id: 'plugin.lbc', messages: lbcMessages });
