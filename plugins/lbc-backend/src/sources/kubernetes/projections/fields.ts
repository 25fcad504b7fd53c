import { z } from 'zod';

/** A field that may be missing or null: an API server sends both. */
export function maybe<S extends z.ZodType>(schema: S) {
  return schema.nullish().transform(value => value ?? undefined);
}

export const text = maybe(z.string());
export const number = maybe(z.number());
export const flag = maybe(z.boolean());
export const texts = maybe(z.array(z.string()));
export const textMap = maybe(z.record(z.string(), z.string()));
export const anything = maybe(z.record(z.string(), z.unknown()));

/** A port as a number or a name. */
export const numberOrText = z.union([z.number(), z.string()]);

export const condition = z.object({
  type: z.string(),
  status: z.string(),
  reason: text,
  message: text,
  observedGeneration: number,
  lastTransitionTime: text,
});

export const conditions = maybe(z.array(condition));

export const objectReference = z.object({
  apiGroup: text,
  kind: text,
  namespace: text,
  name: z.string(),
});

/** As the Gateway API names things: `group` in place of `apiGroup`. */
export const gatewayReference = z
  .object({ group: text, kind: text, namespace: text, name: z.string() })
  .transform(({ group, ...rest }) => ({ apiGroup: group, ...rest }));
