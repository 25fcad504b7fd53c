import { message, Message } from '../messages';
import type { ReadinessInput, ReadinessSubject } from './input';
import { singleTargets } from './checks/parts/targets';
import type { OwnerEffect, ReadinessFinding } from './types';

type Effect = Pick<OwnerEffect, 'effect' | 'because'>;

const NOT_RECONCILED = ['failing', 'stuck-deleting', 'stranded', 'unknown'];

function unknown(because: Message): Effect {
  return { effect: 'unknown', because };
}

/** What the change does to each owner of a load balancer. */
export function effectsOf(
  input: ReadinessInput,
  findings: readonly ReadinessFinding[],
): OwnerEffect[] {
  const gateway = findings.find(
    ({ code, status }) =>
      code === 'LBC-GWAPI-001' && (status === 'fail' || status === 'unknown'),
  );
  return input.subjects.items
    .filter(
      ({ kind, generation, loadBalancer }) =>
        kind === 'load-balancer' &&
        loadBalancer !== undefined &&
        generation === 'lbc',
    )
    .flatMap(subject =>
      subject.owners
        .filter(({ exists }) => exists)
        .map(({ kind, namespace, name }) => ({
          subjectId: subject.id,
          owner: { kind, namespace, name },
          ...effectOn(subject, input, gateway?.status),
        })),
    );
}

function effectOn(
  subject: ReadinessSubject,
  input: ReadinessInput,
  gateway: ReadinessFinding['status'] | undefined,
): Effect {
  const { drift, facets, state, owners, family } = subject;
  const isDeleted =
    (state === 'deleting' || state === 'stuck-deleting') &&
    owners.every(({ deletionTimestamp }) => deletionTimestamp === undefined);
  if (isDeleted) {
    return {
      effect: 'replaced',
      because: message('readiness.effect-deleted'),
    };
  }
  if (NOT_RECONCILED.includes(state) || state === 'deleting') {
    return unknown(message('readiness.effect-not-reconciled', { state }));
  }
  if (family === 'gateway' && gateway !== undefined) {
    return unknown(
      message(
        gateway === 'fail'
          ? 'readiness.effect-gateway-off'
          : 'readiness.effect-gateway-unknown',
      ),
    );
  }
  if (!drift || facets.drift === 'not-examined') {
    return unknown(message('readiness.effect-not-examined'));
  }
  if (drift.findings.some(({ kind }) => kind === 'replaces')) {
    return {
      effect: 'replaced',
      because: message('readiness.effect-replaced'),
    };
  }
  const { replicas, strategy } = input.running;
  const isGap =
    (replicas?.wanted ?? 1) < 2 || (strategy ?? '').startsWith('Recreate');
  const single = singleTargets(subject);
  if (isGap || single === true) {
    return {
      effect: 'brief-gap',
      because: message(
        isGap ? 'readiness.effect-gap-replica' : 'readiness.effect-gap-single',
      ),
    };
  }
  const reverts = drift.findings.filter(
    ({ kind }) => kind === 'reverted-at-next-reconcile',
  ).length;
  return {
    effect: 'none',
    because:
      reverts > 0
        ? message('readiness.effect-changes', { count: reverts })
        : message('readiness.effect-none'),
  };
}
