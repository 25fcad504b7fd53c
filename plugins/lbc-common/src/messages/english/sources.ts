import { MessageTemplates } from '../templates';

/** What sources say of what they could not read. Codes: `source.…`. */
export const sourcesEnglish = {
  'source.denied': 'Not permitted: {detail}',
  'source.failed': 'Could not be read: {detail}',
} as const satisfies MessageTemplates;
