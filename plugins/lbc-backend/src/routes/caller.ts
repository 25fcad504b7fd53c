import type { BackstageCredentials } from '@backstage/backend-plugin-api';

/** Who calls, as an entity ref or as a service names itself. */
export function callerOf({ principal }: BackstageCredentials): string {
  if (typeof principal === 'object' && principal !== null) {
    if ('userEntityRef' in principal) {
      return String(principal.userEntityRef);
    }
    if ('subject' in principal) {
      return String(principal.subject);
    }
  }
  return 'unknown';
}
