import type { ClaimFlags } from '../inventory/owners/collectOwners';
import type { RunningController } from './types';

/** Flags of what runs that decide what it claims. */
export function claimFlagsOf(
  running: readonly RunningController[],
): ClaimFlags {
  return {
    ingressClasses: flagValues(running, 'ingress-class', 'alb'),
    loadBalancerClasses: flagValues(
      running,
      'load-balancer-class',
      'service.k8s.aws/nlb',
    ),
  };
}

function flagValues(
  running: readonly RunningController[],
  flag: string,
  usual: string,
): string[] {
  const found = running
    .filter(({ kind }) => kind === 'deployment')
    .map(({ flags }) => flags[flag] ?? usual);
  return found.length > 0 ? [...new Set(found)] : [usual];
}
