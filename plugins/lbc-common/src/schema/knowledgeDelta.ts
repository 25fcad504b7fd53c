import { z } from 'zod';
import { messageSchema } from './common';
import {
  iamVariantSchema,
  knownIssueSchema,
  releaseCrdSchema,
  releaseFlagSchema,
  releaseIamActionSchema,
  releaseNoteSchema,
  releaseRbacRuleSchema,
  releaseWebhookSchema,
  surenessSchema,
} from './knowledge';

function tableDeltaSchema<T extends z.ZodType>(value: T) {
  return z.object({
    known: z.boolean(),
    added: z.record(z.string(), value),
    removed: z.record(z.string(), value),
    changed: z.record(z.string(), z.object({ from: value, to: value })),
  });
}

const switchedSchema = z.object({ from: z.boolean(), to: z.boolean() });
const movedSchema = z.object({ from: z.string(), to: z.string() });

/** @public */
export const crdDeltaSchema = z.object({
  name: z.string(),
  kind: z.string(),
  versionsAdded: z.array(z.string()),
  versionsRemoved: z.array(z.string()),
  storage: z
    .object({ from: z.string().optional(), to: z.string().optional() })
    .optional(),
  versions: z.array(
    z.object({
      name: z.string(),
      fieldsAdded: z.array(z.string()),
      fieldsRemoved: z.array(z.string()),
      served: switchedSchema.optional(),
      deprecated: switchedSchema.optional(),
    }),
  ),
  inChart: switchedSchema.optional(),
});

/** @public */
export const upgradeStopsSchema = z.object({
  stops: z.array(
    z.object({
      version: z.string(),
      because: z.array(messageSchema),
      sureness: surenessSchema,
    }),
  ),
  blocked: z.array(messageSchema),
  target: z.object({
    version: z.string(),
    knownIssues: z.array(knownIssueSchema),
    instead: z.string().optional(),
  }),
});

const deltaNoteSchema = z.object({
  version: z.string(),
  ...releaseNoteSchema.shape,
});

/** `GET /knowledge/delta` @public */
export const releaseDeltaSchema = z.object({
  from: z.string(),
  to: z.string(),
  direction: z.enum(['upgrade', 'downgrade', 'same']),
  releases: z.array(z.string()),
  crds: z.object({
    added: z.array(releaseCrdSchema),
    removed: z.array(releaseCrdSchema),
    changed: z.array(crdDeltaSchema),
  }),
  iam: z.object({
    variant: iamVariantSchema,
    published: switchedSchema,
    added: z.array(releaseIamActionSchema),
    removed: z.array(releaseIamActionSchema),
    changed: z.array(
      z.object({
        action: z.string(),
        from: z.array(releaseIamActionSchema),
        to: z.array(releaseIamActionSchema),
      }),
    ),
  }),
  rbac: z.array(
    z.object({
      channel: z.enum(['manifest', 'chart']),
      known: z.boolean(),
      added: z.array(releaseRbacRuleSchema),
      removed: z.array(releaseRbacRuleSchema),
    }),
  ),
  flags: tableDeltaSchema(releaseFlagSchema),
  gates: tableDeltaSchema(z.boolean()),
  chartValues: tableDeltaSchema(z.unknown()),
  webhooks: tableDeltaSchema(releaseWebhookSchema),
  lock: movedSchema.optional(),
  clientGo: movedSchema.optional(),
  breakingChanges: z.array(deltaNoteSchema),
  requiredActions: z.array(deltaNoteSchema),
  stops: upgradeStopsSchema.optional(),
});
