import { Message, message } from '../messages';
import { RemovalOwner } from './facts';
import { answerFor, awsItems, hangsOf, loadBalancerItem } from './items';
import { KnownSubject } from './scenario';
import { SubjectWhatIf } from './types';

/** Owners that hold a stack: what neither claims it nor waits for it counts for nothing. */
export function holdersOf({ removal }: KnownSubject): RemovalOwner[] {
  return removal.owners.filter(({ role }) => role !== 'disowner');
}

/** Whether an answer says that it is left over already, whatever goes. */
export function isLeftOver({ code }: Message): boolean {
  return (
    code === 'what-if.leaks-already' || code === 'what-if.leaks-superseded'
  );
}

/** Messages without those that say the same. */
export function distinct(messages: readonly Message[]): Message[] {
  return [
    ...new Map(messages.map(each => [JSON.stringify(each), each])).values(),
  ];
}

function isBlocked({ attended, blockers }: RemovalOwner): boolean {
  return attended === 'gone' || blockers.some(({ decisive }) => decisive);
}

function blocksOf(
  subject: KnownSubject,
  going: readonly RemovalOwner[],
): Message[] {
  const { live, loadBalancer } = subject;
  // Without a finalizer nothing keeps an object that somebody deletes.
  const held = going.filter(({ finalizers }) => finalizers.length > 0);
  const isProtected =
    live?.loadBalancerAttributes?.['deletion_protection.enabled'] === 'true';
  const byAnnotation = going.some(({ blockers }) =>
    blockers.some(({ id }) => id === 'deletion-protection'),
  );
  return distinct([
    ...held.flatMap(({ blockers }) => blockers.map(blocker => blocker.message)),
    ...(isProtected && !byAnnotation && loadBalancer
      ? [
          message('what-if.protection-in-aws-only', {
            loadBalancer: loadBalancer.name,
          }),
        ]
      : []),
  ]);
}

/** What cannot be told of a removal by the controller, however well all else was read. */
function notSeen(subject: KnownSubject): Message[] {
  return subject.removal.securityGroups.length > 0
    ? [message('what-if.unknown.security-group-use')]
    : [];
}

const waits = ({
  object,
  finalizers,
}: {
  object: string;
  finalizers: string[];
}) => message('what-if.hangs.finalizer', { object, finalizers });

function someRemain(
  subject: KnownSubject,
  going: readonly RemovalOwner[],
  remaining: readonly RemovalOwner[],
): SubjectWhatIf {
  const blocked = going.filter(isBlocked);
  const hangs = hangsOf(blocked, 'then', waits);
  const stays = loadBalancerItem(
    subject,
    message('what-if.stays.other-members', { count: remaining.length }),
  );
  const params = { going: going.length, remaining: remaining.length };
  if (going.some(({ attended }) => attended === 'unknown')) {
    return answerFor(subject, {
      outcome: 'unknown',
      because: message('what-if.group-unattended-unknown', params),
      stays,
      hangs,
      blocks: blocksOf(subject, going),
      unknown: [message('what-if.unknown.controller')],
    });
  }
  return answerFor(subject, {
    outcome: hangs.length > 0 ? 'hangs' : 'stays',
    because: message(
      hangs.length > 0 ? 'what-if.group-member-hangs' : 'what-if.group-stays',
      params,
    ),
    stays,
    hangs,
    blocks: blocksOf(subject, going),
  });
}

function onlyTheClassIsMissing(going: readonly RemovalOwner[]): boolean {
  const decisive = going.flatMap(({ blockers }) =>
    blockers.filter(blocker => blocker.decisive),
  );
  return (
    going.every(({ attended }) => attended === 'alive') &&
    decisive.length > 0 &&
    decisive.every(({ id }) => id === 'class-missing')
  );
}

function allGo(
  subject: KnownSubject,
  going: readonly RemovalOwner[],
): SubjectWhatIf {
  const blocks = blocksOf(subject, going);
  const held = going.filter(({ finalizers }) => finalizers.length > 0);
  if (held.length === 0) {
    return subject.loadBalancer
      ? answerFor(subject, {
          outcome: 'leaks',
          because: message('what-if.leaks-without-finalizer'),
          leaks: awsItems(subject, message('what-if.leaks.no-finalizer')),
          blocks,
        })
      : answerFor(subject, {
          outcome: 'goes',
          because: message('what-if.goes-without-trace'),
          blocks,
        });
  }
  if (onlyTheClassIsMissing(held)) {
    return answerFor(subject, {
      outcome: 'hangs',
      because: message('what-if.class-missing-deletion'),
      hangs: hangsOf(held, 'then', waits),
      blocks,
      unknown: [message('what-if.unknown.class-missing-release')],
    });
  }
  const blocked = held.filter(isBlocked);
  if (blocked.length > 0) {
    return answerFor(subject, {
      outcome: 'hangs',
      because: message('what-if.owner-hangs', { count: blocked.length }),
      stays: awsItems(subject, message('what-if.stays.keeps-billing')),
      hangs: hangsOf(blocked, 'then', waits),
      blocks,
    });
  }
  if (held.some(({ attended }) => attended === 'unknown')) {
    return answerFor(subject, {
      outcome: 'unknown',
      because: message('what-if.unknown.controller'),
      blocks,
      unknown: [message('what-if.unknown.controller'), ...notSeen(subject)],
    });
  }
  return answerFor(subject, {
    outcome: 'goes',
    because: message(
      subject.loadBalancer ? 'what-if.goes' : 'what-if.goes-without-trace',
    ),
    goes: awsItems(subject, message('what-if.goes.by-controller')),
    blocks,
    unknown: notSeen(subject),
  });
}

/** What becomes of a stack when some of its owners are deleted. */
export function judgeDeparture(
  subject: KnownSubject,
  isGoing: (owner: RemovalOwner) => boolean,
): SubjectWhatIf {
  const holders = holdersOf(subject);
  const going = holders.filter(isGoing);
  const remaining = holders.filter(
    owner => !isGoing(owner) && owner.role !== 'leaving',
  );
  if (going.length === 0) {
    return answerFor(subject, {
      outcome: 'unaffected',
      because: message('what-if.no-owner-goes'),
    });
  }
  return remaining.length > 0
    ? someRemain(subject, going, remaining)
    : allGo(subject, going);
}
