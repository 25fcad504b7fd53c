import { z } from 'zod';
import { anything, maybe, text } from './fields';

/** Names under which the controller itself writes. */
const CONTROLLER_MANAGERS = new Set([
  'controller',
  'aws-load-balancer-controller',
]);

export const managedFields = maybe(
  z.array(
    z.object({
      manager: text,
      time: text,
      subresource: text,
      fieldsV1: anything,
    }),
  ),
);

type ManagedFields = z.infer<typeof managedFields>;

/**
 * When somebody last changed what an object asks for: the newest entry that is
 * neither of status nor of the controller, and whose fields, where they are
 * given, touch spec or annotations.
 */
export function specChangedAt(entries: ManagedFields): string | undefined {
  let newest: string | undefined;
  for (const { manager, time, subresource, fieldsV1 } of entries ?? []) {
    const counts =
      time !== undefined &&
      subresource !== 'status' &&
      !CONTROLLER_MANAGERS.has(manager ?? '') &&
      (fieldsV1 === undefined || touchesIntent(fieldsV1));
    if (counts && (newest === undefined || time > newest)) {
      newest = time;
    }
  }
  return newest;
}

function touchesIntent(fields: Record<string, unknown>): boolean {
  const metadata = fields['f:metadata'];
  return (
    'f:spec' in fields ||
    (typeof metadata === 'object' &&
      metadata !== null &&
      'f:annotations' in metadata)
  );
}
