import { findRunning } from '../../compatibility/running';
import { claimFlagsOf } from '../../compatibility/claimFlags';
import { collectOwners } from '../../inventory/owners/collectOwners';
import { message } from '../../messages';
import { billOf } from './bill';
import { gatesOf } from './gates';
import { taggedLoadBalancers } from './gates/aws';
import { PathContext, RemovalPathInput } from './input';
import { leftoversOf } from './leftovers';
import { stepsOf } from './steps';
import { RemovalGate, RemovalPath } from './types';
import { waitingOf } from './waiting';

function verdictOf(
  gates: readonly RemovalGate[],
): Pick<RemovalPath, 'verdict' | 'because'> {
  const open = gates.filter(
    ({ decides, status }) => decides && status === 'open',
  );
  const unknown = gates.filter(
    ({ decides, status }) => decides && status === 'unknown',
  );
  if (open.length > 0) {
    return {
      verdict: 'not-yet',
      because: message('removal-path.not-yet', { count: open.length }),
    };
  }
  return unknown.length > 0
    ? {
        verdict: 'unknown',
        because: message('removal-path.unknown', { count: unknown.length }),
      }
    : { verdict: 'ready', because: message('removal-path.ready') };
}

function contextOf(input: RemovalPathInput): PathContext {
  const { cluster, bindings, scopes } = input;
  const found = findRunning(input).filter(({ kind }) => kind === 'deployment');
  const running =
    found.find(({ liveness }) => liveness === 'alive') ?? found[0];
  const names = new Set([
    ...bindings.map(({ clusterTag }) => clusterTag),
    ...found.flatMap(({ clusterName }) => clusterName ?? []),
  ]);
  return {
    ...input,
    cluster,
    ...(running && { running }),
    names: [...names].sort(),
    region: bindings[0]?.region ?? running?.region ?? scopes[0]?.region ?? '',
  };
}

/**
 * The removal of a controller as a whole: what must be zero, in which order,
 * how to see that AWS is empty, and what stays behind.
 * @public
 */
export function removalPath(input: RemovalPathInput): RemovalPath {
  const context = contextOf(input);
  const owners = collectOwners(input.cluster, claimFlagsOf(findRunning(input)));
  const loadBalancers = taggedLoadBalancers(context);
  const gates = gatesOf(context, { owners, loadBalancers });
  const leftovers = leftoversOf(context, gates);
  return {
    ...verdictOf(gates),
    gates,
    steps: stepsOf({ context, gates, owners, leftovers }),
    waiting: waitingOf(context, loadBalancers),
    leftovers,
    cost: billOf(context, loadBalancers),
  };
}
