import { Message, message } from '../../messages';
import { RemovalSubject } from '../types';
import { CleanUpPermission, ConfirmedOrphan } from './types';

/** How long an orphan must have been one before commands are shown. */
export const CLEAN_UP_WAIT_HOURS = 24;

/** What is older says nothing about today. */
const FRESH_HOURS = 1;

function arnOf({ loadBalancer, securityGroup }: RemovalSubject) {
  return loadBalancer?.arn ?? securityGroup?.arn;
}

function confirmationOf(
  subject: RemovalSubject,
  confirmed: readonly ConfirmedOrphan[],
  now: string,
): { word?: ConfirmedOrphan; stale?: Message } {
  const { since } = subject;
  const words = confirmed
    .filter(({ arn }) => arn === arnOf(subject))
    .sort((a, b) => (a.at < b.at ? 1 : -1));
  const [latest] = words;
  if (!latest) {
    return {};
  }
  const { by, at } = latest;
  if (Date.parse(at) > Date.parse(now)) {
    return {
      stale: message('clean-up.lacking.confirmed-later', {
        by,
        confirmedAt: at,
      }),
    };
  }
  // A word about what it was before says nothing about what it is now.
  return Date.parse(at) < Date.parse(since)
    ? {
        stale: message('clean-up.lacking.confirmed-before', {
          by,
          confirmedAt: at,
          sinceAt: since,
        }),
      }
    : { word: latest };
}

/**
 * Whether commands that change something may be shown: witnessed and a day
 * old, or confirmed by an operator; and every line of the proof met.
 */
export function permissionOf(options: {
  subject: RemovalSubject;
  confirmed: readonly ConfirmedOrphan[];
  now: string;
}): CleanUpPermission {
  const { subject, confirmed, now } = options;
  const { grade, since, removal } = subject;
  const proof = removal?.proof;
  if (!proof || proof.length === 0 || proof.some(({ met }) => !met)) {
    return {
      allowed: false,
      because: message('clean-up.not-allowed.proof'),
      lacking: proof
        ? proof.filter(({ met }) => !met).map(({ says, asks }) => says ?? asks)
        : [message('clean-up.lacking.proof')],
    };
  }
  const { observedAt } = subject;
  if (Date.parse(now) - Date.parse(observedAt) > FRESH_HOURS * 3_600_000) {
    return {
      allowed: false,
      because: message('clean-up.not-allowed.stale', { observedAt }),
      lacking: [message('clean-up.lacking.fresh', { hours: FRESH_HOURS })],
    };
  }
  const { word, stale } = confirmationOf(subject, confirmed, now);
  if (word) {
    return {
      allowed: true,
      because: message('clean-up.allowed.confirmed', {
        by: word.by,
        confirmedAt: word.at,
      }),
      lacking: [],
      confirmed: word,
    };
  }
  const allowedAt = new Date(
    Date.parse(since) + CLEAN_UP_WAIT_HOURS * 3_600_000,
  ).toISOString();
  const isOld = allowedAt <= now;
  if (grade === 'witnessed' && isOld) {
    return {
      allowed: true,
      because: message('clean-up.allowed.witnessed', { sinceAt: since }),
      lacking: [],
    };
  }
  const lacking: Message[] = [
    ...(stale ? [stale] : []),
    ...(grade === 'witnessed'
      ? [
          message('clean-up.lacking.day', {
            hours: CLEAN_UP_WAIT_HOURS,
            sinceAt: since,
          }),
        ]
      : [message('clean-up.lacking.witness')]),
    message('clean-up.lacking.confirmation', {
      arn: arnOf(subject) ?? '?',
    }),
  ];
  return {
    allowed: false,
    because: message(
      grade === 'witnessed'
        ? 'clean-up.not-allowed.young'
        : 'clean-up.not-allowed.inferred',
    ),
    lacking,
    ...(grade === 'witnessed' && { allowedAt }),
  };
}
