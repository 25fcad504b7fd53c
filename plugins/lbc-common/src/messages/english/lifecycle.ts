import { MessageTemplates } from '../templates';

/** Verdicts, evidence, what happens and what to do. Codes: `state.…`, `evidence.…`, `then.…`, `do.…`, `command.…`. */
export const lifecycleEnglish = {
  'state.not-judged':
    'Nothing proves another state, and not everything that could was read.',
} as const satisfies MessageTemplates;
