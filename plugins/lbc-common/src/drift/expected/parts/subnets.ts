import { Fact, notModelled } from '../../facts';
import { BuildContext } from '../context';
import { ExpectedSubnet } from '../types';

/** Subnets by the names or IDs of a spec. A name is a tag of the subnet. */
export function namedSubnets(
  names: readonly string[],
): Fact<Record<string, ExpectedSubnet>> {
  return names.every(name => name.startsWith('subnet-'))
    ? Object.fromEntries(names.map(name => [name, {}]))
    : notModelled('subnet-names');
}

/**
 * Subnets of a load balancer for which none are named: discovered for a new
 * one, and kept as long as its scheme stays.
 */
export function keptSubnets(
  { existing }: BuildContext,
  scheme: Fact<string>,
): Fact<Record<string, ExpectedSubnet>> | undefined {
  return existing && existing !== 'none' && existing.scheme === scheme
    ? undefined
    : notModelled('subnet-discovery');
}
