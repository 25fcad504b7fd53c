import { MessageTemplates } from './templates';
import { apiEnglish } from './english/api';
import { compatibilityEnglish } from './english/compatibility';
import { doctorEnglish } from './english/doctor';
import { driftEnglish } from './english/drift';
import { findingsEnglish } from './english/findings';
import { iamEnglish } from './english/iam';
import { knowledgeEnglish } from './english/knowledge';
import { lifecycleEnglish } from './english/lifecycle';
import { readinessEnglish } from './english/readiness';
import { removalEnglish } from './english/removal';
import { removalPathEnglish } from './english/removalPath';
import { rightsEnglish } from './english/rights';
import { sourcesEnglish } from './english/sources';
import { sweepsEnglish } from './english/sweeps';
import { verificationEnglish } from './english/verification';

/** The English catalogue: a template for every code there is. @public */
export const english = {
  ...sourcesEnglish,
  ...sweepsEnglish,
  ...lifecycleEnglish,
  ...findingsEnglish,
  ...removalEnglish,
  ...removalPathEnglish,
  ...doctorEnglish,
  ...driftEnglish,
  ...knowledgeEnglish,
  ...iamEnglish,
  ...compatibilityEnglish,
  ...readinessEnglish,
  ...rightsEnglish,
  ...verificationEnglish,
  ...apiEnglish,
} as const satisfies MessageTemplates;
