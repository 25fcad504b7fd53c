import { Message } from '../messages';
import { RemovalFacts } from './facts';
import {
  RemovalSubject,
  SubjectWhatIf,
  WhatIfQuestion,
  WhatIfScenario,
} from './types';

/** A subject whose removal facts are known. */
export type KnownSubject = RemovalSubject & { removal: RemovalFacts };

/** One thing that may go: a pure function of what is asked. */
export interface Scenario {
  id: WhatIfScenario;
  /** What it means for one subject that a controller's stack is. */
  judge(subject: KnownSubject, question: WhatIfQuestion): SubjectWhatIf;
  /** In which order to do it instead. */
  order(question: WhatIfQuestion, answers: readonly SubjectWhatIf[]): Message[];
  /** What holds for the whole of it. */
  notes?(
    question: WhatIfQuestion,
    answers: readonly SubjectWhatIf[],
  ): Message[];
}
