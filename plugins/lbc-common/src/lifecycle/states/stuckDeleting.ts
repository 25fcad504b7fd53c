import { NO, Rule } from '../case';
import { familyGaps } from '../gaps';
import { subjectDeletions } from '../deletion';

/** 2. Deletion asked for, and blocked. */
export const stuckDeleting: Rule = {
  state: 'stuck-deleting',
  judge(subject) {
    const deletions = subjectDeletions(subject);
    if (!deletions) {
      return NO;
    }
    // Another member may stay that could not be read.
    const gaps = subject.kind === 'load-balancer' ? familyGaps(subject) : [];
    if (gaps.length > 0) {
      return { holds: 'unknown', wouldDecide: gaps };
    }
    const stuck = deletions.find(({ state }) => state === 'stuck');
    if (stuck) {
      return {
        holds: true,
        because: stuck.because,
        evidence: deletions.flatMap(({ evidence }) => evidence),
      };
    }
    const unknown = deletions.find(({ state }) => state === 'unknown');
    return unknown
      ? {
          holds: 'unknown',
          wouldDecide: unknown.wouldDecide,
          decidesAt: unknown.decidesAt,
        }
      : NO;
  },
};
