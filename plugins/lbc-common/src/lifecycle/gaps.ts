import { Message, message } from '../messages';
import { SubjectCase } from './case';

/** What keeps the subject's family from being read as complete. */
export function familyGaps({ cluster, stack }: SubjectCase): Message[] {
  if (!cluster || !stack) {
    return [];
  }
  return stack.family === 'global-accelerator'
    ? [message('gap.no-source', { kind: 'globalaccelerators.aga.k8s.aws' })]
    : cluster.families[stack.family].gaps;
}

/** When the subject's owners were read; absent where they were not. */
export function familySweptAt({
  cluster,
  stack,
}: SubjectCase): string | undefined {
  return cluster && stack && stack.family !== 'global-accelerator'
    ? cluster.families[stack.family].sweptAt
    : undefined;
}

const OWNER_KINDS = {
  Ingress: 'ingresses',
  Service: 'services',
  Gateway: 'gateways',
  GlobalAccelerator: 'globalAccelerators',
} as const;

/** When an owner was read. */
export function ownerReadAt(
  subject: SubjectCase,
  kind: keyof typeof OWNER_KINDS,
): string | undefined {
  return subject.cluster?.snapshot.kinds[OWNER_KINDS[kind]]?.observedAt;
}

/** When the subject's family, or without one its cluster, was read. */
export function familyReadAt({
  cluster,
  stack,
}: SubjectCase): string | undefined {
  const kinds = cluster?.snapshot.kinds;
  const owners = {
    ingress: kinds?.ingresses,
    service: kinds?.services,
    gateway: kinds?.gateways,
    'global-accelerator': kinds?.globalAccelerators,
  };
  return (stack ? owners[stack.family] : kinds?.namespaces)?.observedAt;
}

/** When the subject's scope was read. */
export function scopeReadAt({ scope }: SubjectCase): string | undefined {
  return scope?.snapshot.kinds.loadBalancers?.observedAt;
}
