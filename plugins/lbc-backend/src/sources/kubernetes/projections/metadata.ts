import { ObjectMeta } from '@lbc-backstage/plugin-lbc-common';
import { z } from 'zod';
import { maybe, number, text, textMap, texts } from './fields';
import { managedFields, specChangedAt } from './specChangedAt';

/** A copy of the whole object, and nothing that is not in the object. */
const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

const rawMetadata = z.object({
  name: z.string().min(1),
  namespace: text,
  uid: z.string().min(1),
  generation: number,
  creationTimestamp: text,
  deletionTimestamp: text,
  finalizers: texts,
  labels: textMap,
  annotations: textMap,
  ownerReferences: maybe(
    z.array(z.object({ kind: z.string(), name: z.string(), uid: z.string() })),
  ),
  managedFields,
});

/** Metadata as it is kept: `managedFields` become one time. */
export const metadata = rawMetadata.transform(
  ({ managedFields: entries, annotations, namespace, ...rest }): ObjectMeta => {
    const changedAt = specChangedAt(entries);
    return {
      ...rest,
      namespace: namespace ?? '',
      ...(annotations && { annotations: withoutCopies(annotations) }),
      ...(changedAt && { specChangedAt: changedAt }),
    };
  },
);

function withoutCopies(
  annotations: Record<string, string>,
): Record<string, string> {
  if (!Object.prototype.hasOwnProperty.call(annotations, LAST_APPLIED)) {
    return annotations;
  }
  const { [LAST_APPLIED]: _, ...rest } = annotations;
  return rest;
}

/** Enough to know that an object is there. */
export function nameOnly({ name, namespace, uid }: ObjectMeta): ObjectMeta {
  return { name, namespace, uid };
}
