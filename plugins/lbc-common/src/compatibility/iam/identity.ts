import { parseArn } from '../../identity/arn';
import { IamAxisOptions } from './options';

/**
 * The role that a controller's calls are made with: its service account's, or
 * the one that EKS' Pod Identity gives or goes on to.
 */
export function effectiveRoleArn({
  controller: { identity },
  podIdentity,
}: Pick<IamAxisOptions, 'controller' | 'podIdentity'>): string | undefined {
  const kind = identity?.kind ?? 'unknown';
  if (kind === 'static-keys') {
    return undefined;
  }
  // A Pod that has both uses the service account's.
  return (
    identity?.roleArn ??
    (kind === 'pod-identity' || kind === 'unknown'
      ? podIdentity?.targetRoleArn ?? podIdentity?.roleArn
      : undefined)
  );
}

/** A role's name in its ARN: what follows its path. */
export function roleNameOf(roleArn: string): string {
  const resource = parseArn(roleArn)?.resource ?? roleArn;
  return resource.slice(resource.lastIndexOf('/') + 1);
}
