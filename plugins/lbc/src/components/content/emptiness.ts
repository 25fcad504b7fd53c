import type { EntityLoadBalancersResponse } from '@lbc-backstage/plugin-lbc-common';

/** Why there is no list. */
export type Emptiness = 'not-configured' | 'not-permitted' | 'none';

/** Why there is no list; `undefined` where there is one. */
export function emptiness(
  response: EntityLoadBalancersResponse,
): Emptiness | undefined {
  const { items, notPermitted, problems, searched } = response;
  if (items.length > 0) {
    return undefined;
  }
  if (notPermitted > 0) {
    return 'not-permitted';
  }
  const nowhere =
    searched.clusters.length === 0 && searched.scopes.length === 0;
  const missing = problems.some(
    ({ severity, message }) =>
      severity === 'error' && message.code.startsWith('config.'),
  );
  return missing && nowhere ? 'not-configured' : 'none';
}
