import { MessageTemplates } from '../templates';

/** Steps of a plan, with their reasons. */
export const planEnglish = {} as const satisfies MessageTemplates;
