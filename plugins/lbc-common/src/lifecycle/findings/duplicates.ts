import { ScopeIndex } from '../../inventory/scopeIndex';
import { message } from '../../messages';
import { awsEvidence } from './parts';
import { FindingRule } from './types';

const known = new WeakMap<ScopeIndex, ReadonlyMap<string, string[]>>();

function keyOf(
  indexed: ScopeIndex['loadBalancers'] extends ReadonlyMap<string, infer T>
    ? T
    : never,
): string | undefined {
  const { identity, loadBalancer } = indexed;
  return identity?.generation === 'lbc' &&
    identity.clusterTag !== undefined &&
    identity.stack !== undefined &&
    identity.resource !== undefined &&
    loadBalancer.vpcId !== undefined
    ? [
        loadBalancer.vpcId,
        identity.clusterTag,
        identity.family,
        identity.gatewayType,
        identity.stack,
        identity.resource,
      ].join('\u0000')
    : undefined;
}

/** Names of load balancers by what the controller finds them by. */
function byTracking(scope: ScopeIndex): ReadonlyMap<string, string[]> {
  let names = known.get(scope);
  if (!names) {
    const found = new Map<string, string[]>();
    for (const indexed of scope.loadBalancers.values()) {
      const key = keyOf(indexed);
      if (key !== undefined) {
        found.set(key, [...(found.get(key) ?? []), indexed.loadBalancer.name]);
      }
    }
    names = found;
    known.set(scope, names);
  }
  return names;
}

/** F34: two load balancers with the same tracking tags in one VPC. */
export const duplicates: FindingRule = {
  code: 'duplicate-load-balancers',
  title: message('finding.duplicate-load-balancers'),
  failureModes: ['F34'],
  find({ subject }) {
    const { scope, loadBalancer } = subject;
    const indexed = loadBalancer && scope?.loadBalancers.get(loadBalancer.arn);
    const key = indexed && keyOf(indexed);
    const names =
      scope && key !== undefined ? byTracking(scope).get(key) ?? [] : [];
    const others = names.filter(name => name !== loadBalancer?.name);
    return others.length > 0
      ? {
          messages: [
            message('finding.duplicate-load-balancers.is', { others }),
          ],
          who: 'platform',
          whatToDo: message('finding.duplicate-load-balancers.do'),
          evidence: [
            awsEvidence(
              subject,
              message('finding.duplicate-load-balancers.seen', { names }),
            ),
          ],
        }
      : undefined;
  },
};
