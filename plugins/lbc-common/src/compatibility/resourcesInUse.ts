import type { Subject } from '../inventory/subject';
import type { ResourceInUse } from './types';

/** What of a subject says who made its load balancer. @public */
export type MadeResource = Pick<
  Subject,
  'generation' | 'family' | 'clusterTag' | 'stack'
> & { loadBalancer?: unknown };

/** Counts the load balancers of subjects by who made them. @public */
export function resourcesInUse(
  subjects: readonly MadeResource[],
): ResourceInUse[] {
  const counted = new Map<string, ResourceInUse>();
  for (const subject of subjects) {
    const { generation, family, clusterTag, stack, loadBalancer } = subject;
    if (loadBalancer) {
      const stackTags =
        generation === 'alb-ingress-v1' &&
        clusterTag !== undefined &&
        stack !== undefined;
      const key = JSON.stringify([generation, family, stackTags]);
      const known = counted.get(key) ?? {
        generation,
        ...(family && { family }),
        ...(stackTags && { stackTags }),
        count: 0,
      };
      known.count++;
      counted.set(key, known);
    }
  }
  return [...counted.values()];
}
