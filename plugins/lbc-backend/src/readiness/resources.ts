import type {
  ReadinessSubject,
  ResourceInUse,
} from '@lbc-backstage/plugin-lbc-common';

/** Load balancers by who made them. */
export function resourcesOfSubjects(
  subjects: readonly ReadinessSubject[],
): ResourceInUse[] {
  const counted = new Map<string, ResourceInUse>();
  for (const { generation, family, stack, loadBalancer } of subjects) {
    if (loadBalancer) {
      const stackTags = generation === 'alb-ingress-v1' && stack !== undefined;
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
