import { versionName } from '../compatibility/names';
import type { Target } from './types';

/** A target as an address has it: `target=v3.5.0` or `kubernetes=1.35`. */
export function targetKey(target: Target): string {
  return target.kind === 'kubernetes'
    ? `kubernetes=${target.version}`
    : `target=${versionName(target.version)}`;
}

/** Whether two targets are the same. */
export function sameTarget(
  left: Target | undefined,
  right: Target | undefined,
): boolean {
  return (
    left !== undefined &&
    right !== undefined &&
    targetKey(left) === targetKey(right)
  );
}

/** `Ingress shop/web` */
export function ownerText(owner: {
  kind: string;
  namespace: string;
  name: string;
}): string {
  return `${owner.kind} ${owner.namespace}/${owner.name}`;
}
