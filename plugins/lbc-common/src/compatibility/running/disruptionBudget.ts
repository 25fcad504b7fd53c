import type { DeploymentObject, PlainObject } from '../../inventory/objects';
import { isRecord } from '../values';

/** A PodDisruptionBudget that covers a Deployment's Pods, as `name (maxUnavailable 1)`. */
export function disruptionBudgetOf(
  deployment: DeploymentObject,
  budgets: readonly PlainObject[],
): string | undefined {
  const labels = deployment.spec?.selector?.matchLabels ?? {};
  const budget = budgets.find(
    ({ metadata, spec }) =>
      metadata.namespace === deployment.metadata.namespace &&
      covers(spec?.selector, labels),
  );
  if (!budget) {
    return undefined;
  }
  const { name } = budget.metadata;
  const limits = ['minAvailable', 'maxUnavailable'].flatMap(limit => {
    const value = budget.spec?.[limit];
    return typeof value === 'string' || typeof value === 'number'
      ? [`${limit} ${value}`]
      : [];
  });
  return limits.length > 0 ? `${name} (${limits.join(', ')})` : name;
}

/** Only `matchLabels`: what an expression selects is not worked out here. */
function covers(selector: unknown, labels: Record<string, string>): boolean {
  const { matchLabels, matchExpressions } = isRecord(selector) ? selector : {};
  if (!isRecord(matchLabels) || matchExpressions !== undefined) {
    return false;
  }
  const wanted = Object.entries(matchLabels);
  return (
    wanted.length > 0 && wanted.every(([key, value]) => labels[key] === value)
  );
}
