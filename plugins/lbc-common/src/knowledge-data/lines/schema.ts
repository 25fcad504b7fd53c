import { z } from 'zod';
import {
  gatewayApiNeedsSchema,
  iamConditionSchema,
  iamVariantSchema,
  releaseFlagSchema,
  releaseNoteSchema,
  releaseRbacRuleSchema,
  releaseWebhookSchema,
} from '../../schema/knowledge';

/** Grants of one effect, on the same resources, under the same condition. */
export const grantSchema = z.strictObject({
  actions: z.array(z.string()),
  effect: z.literal('Deny').optional(),
  resources: z.array(z.string()),
  condition: iamConditionSchema.optional(),
});

/** Rights on the same resource, in one role. */
export const roleRuleSchema = z.strictObject({
  ...releaseRbacRuleSchema.omit({ verb: true }).shape,
  verbs: z.array(z.string()),
});

const crdVersionChangeSchema = z.strictObject({
  served: z.boolean().optional(),
  storage: z.boolean().optional(),
  deprecated: z.boolean().optional(),
  add: z.array(z.string()).optional(),
  remove: z.array(z.string()).optional(),
});

const crdChangeSchema = z.strictObject({
  kind: z.string().optional(),
  scope: z.enum(['Cluster', 'Namespaced']).optional(),
  inChart: z.boolean().optional(),
  /** `null`: the version is gone. */
  versions: z.record(z.string(), crdVersionChangeSchema.nullable()).optional(),
});

function tableChange<T extends z.ZodType>(value: T) {
  return z
    .strictObject({
      set: z.record(z.string(), value).optional(),
      remove: z.array(z.string()).optional(),
    })
    .optional();
}

/** What a release changes of the one before it, in this line or the last. */
export const changeSchema = z.strictObject({
  version: z.string(),
  commit: z.string(),
  clientGo: z.string().optional(),
  /** `null`: it knows no Gateway API any more. */
  gatewayApi: gatewayApiNeedsSchema.nullable().optional(),
  /** `null`: the CRD is gone. */
  crds: z.record(z.string(), crdChangeSchema.nullable()).optional(),
  /** `null`: upstream does not publish the file any more. */
  iam: z
    .partialRecord(
      iamVariantSchema,
      z
        .strictObject({
          add: z.array(grantSchema).optional(),
          remove: z.array(grantSchema).optional(),
        })
        .nullable(),
    )
    .optional(),
  rbac: z
    .strictObject({
      add: z.array(roleRuleSchema).optional(),
      remove: z.array(roleRuleSchema).optional(),
    })
    .optional(),
  flags: tableChange(releaseFlagSchema),
  gates: tableChange(z.boolean()),
  chartValues: tableChange(z.unknown()),
  webhooks: tableChange(releaseWebhookSchema.omit({ name: true })),
  breakingChanges: z.array(releaseNoteSchema).optional(),
  requiredActions: z.array(releaseNoteSchema).optional(),
});

/** A file of one release line. */
export const lineSchema = z.strictObject({
  line: z.string(),
  releases: z.array(changeSchema),
});

export type Grant = z.infer<typeof grantSchema>;
export type RoleRule = z.infer<typeof roleRuleSchema>;
export type ReleaseChange = z.infer<typeof changeSchema>;
export type CrdChange = z.infer<typeof crdChangeSchema>;
export type ReleaseLine = z.infer<typeof lineSchema>;
export type TableChange<T> =
  | { set?: Record<string, T>; remove?: string[] }
  | undefined;
