import { Fact, Reference, notModelled } from '../../facts';
import { BACKEND_SECURITY_GROUP, reference } from '../../facts';
import { ControllerSettings } from '../settings';

/** Resource ID of the security group that the controller makes for a stack. */
export const MANAGED_SECURITY_GROUP = 'ManagedLBSecurityGroup';
export const MANAGED_DESCRIPTION =
  '[k8s] Managed SecurityGroup for LoadBalancer';

/** The shared backend group: named by a flag, or the one that it makes. */
export function backendSecurityGroup({
  backendSecurityGroup: named,
}: ControllerSettings): Reference | string {
  return named ?? BACKEND_SECURITY_GROUP;
}

export function managedSecurityGroup(): Reference {
  return reference('security-group', MANAGED_SECURITY_GROUP);
}

/** Groups named by hand: IDs as they are, names are AWS' to resolve. */
export function namedSecurityGroups(
  names: readonly string[],
): Array<Fact<string>> {
  return names.map(name =>
    name.startsWith('sg-') ? name : notModelled('security-group-names'),
  );
}

/** One permission, as a model names it. */
export function permission(
  protocol: string,
  from: number,
  to: number,
  source: string,
): string {
  return `${protocol} ${from}-${to} ${source}`;
}

/** ICMP that path MTU discovery needs (`ICMPV4TypeForPathMtu` and so on). */
export function pathMtuPermission(cidr: string): string {
  return cidr.includes(':')
    ? permission('icmpv6', 2, 0, cidr)
    : permission('icmp', 3, 4, cidr);
}
