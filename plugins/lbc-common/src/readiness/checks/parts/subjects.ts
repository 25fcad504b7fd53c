import type { ReadinessInput, ReadinessSubject } from '../../input';

/** Load balancers that a controller of this kind made and has owners of. */
export function servedSubjects(input: ReadinessInput): ReadinessSubject[] {
  return input.subjects.items.filter(
    ({ kind, generation }) =>
      (kind === 'load-balancer' || kind === 'owner') &&
      (generation === 'lbc' || generation === 'alb-ingress-v1'),
  );
}

/** Those that stand in AWS. */
export function loadBalancersOf(input: ReadinessInput): ReadinessSubject[] {
  return servedSubjects(input).filter(
    ({ loadBalancer, state }) =>
      loadBalancer !== undefined && state !== 'foreign',
  );
}

/** How a sentence names a subject: its owner, or its load balancer. */
export function nameOfSubject(subject: ReadinessSubject): string {
  const [owner] = subject.owners;
  return owner
    ? `${owner.kind} ${owner.namespace}/${owner.name}`
    : subject.loadBalancer?.name ?? subject.stack ?? subject.id;
}
