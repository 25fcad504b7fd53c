import { Message, message } from '../messages';
import type {
  ReadinessFinding,
  ReadinessStatus,
  ReadinessTarget,
  ReadinessVerdict,
} from './types';

/** The worst first: what decides stands above what does not. */
const ORDER: readonly ReadinessStatus[] = [
  'fail',
  'unknown',
  'warn',
  'pass',
  'not-applicable',
];

/** Orders findings, the worst first; of a kind, in the checks' order. */
export function worstFirst(
  findings: readonly ReadinessFinding[],
): ReadinessFinding[] {
  const rank = ({ status, blocking }: ReadinessFinding) =>
    status === 'unknown' && !blocking ? 2.5 : ORDER.indexOf(status);
  return [...findings].sort((a, b) => rank(a) - rank(b));
}

/** The verdict that findings make. */
export function verdictOf(
  findings: readonly ReadinessFinding[],
  target: ReadinessTarget,
): { verdict: ReadinessVerdict; because: Message } {
  const what =
    target.kind === 'kubernetes'
      ? `Kubernetes ${target.version}`
      : target.version;
  const count = (matches: (finding: ReadinessFinding) => boolean) =>
    findings.filter(matches).length;
  const fails = count(({ status }) => status === 'fail');
  const deciding = count(
    ({ status, blocking }) => status === 'unknown' && blocking,
  );
  const warns = count(({ status }) => status === 'warn');
  const unseen = count(
    ({ status, blocking }) => status === 'unknown' && !blocking,
  );
  if (fails > 0) {
    return {
      verdict: 'not-ready',
      because: message('readiness.verdict-not-ready', { what, count: fails }),
    };
  }
  if (deciding > 0) {
    return {
      verdict: 'cannot-determine',
      because: message('readiness.verdict-cannot-determine', {
        count: deciding,
      }),
    };
  }
  if (warns > 0) {
    return {
      verdict: 'ready-with-warnings',
      because: message('readiness.verdict-warnings', { what, count: warns }),
    };
  }
  return {
    verdict: 'ready',
    because:
      unseen > 0
        ? message('readiness.verdict-ready-unseen', { what, count: unseen })
        : message('readiness.verdict-ready', { what }),
  };
}
