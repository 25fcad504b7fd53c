import { z } from 'zod';
import { messageSchema, timeSchema } from './common';

/** @public */
export const chainActionSchema = z.object({
  type: z.string(),
  targetGroups: z
    .array(
      z.object({
        arn: z.string(),
        name: z.string().optional(),
        /** Part of the requests in percent; absent where it is all. */
        share: z.number().optional(),
      }),
    )
    .optional(),
  location: z.string().optional(),
  statusCode: z.string().optional(),
});

/** @public */
export const chainRuleSchema = z.object({
  priority: z.union([z.number(), z.literal('default')]),
  /** All must hold; any value of one will do. */
  conditions: z.array(
    z.object({
      field: z.string(),
      values: z.array(z.string()),
      moreValues: z.number().int(),
    }),
  ),
  actions: z.array(chainActionSchema),
});

/** @public */
export const chainListenerSchema = z.object({
  arn: z.string(),
  port: z.number(),
  protocol: z.string(),
  sslPolicy: z.string().optional(),
  certificateArns: z.array(z.string()),
  rules: z.array(chainRuleSchema),
  moreRules: z.number().int(),
  rulesRead: z.boolean(),
});

/** @public */
export const chainTargetSchema = z.object({
  id: z.string(),
  port: z.number().optional(),
  availabilityZone: z.string().optional(),
  state: z.string(),
  reason: z.string().optional(),
  description: z.string().optional(),
  pod: z
    .object({
      namespace: z.string(),
      name: z.string(),
      ready: z.boolean().optional(),
      phase: z.string().optional(),
      /** The readiness gate of this target group. */
      gate: z
        .object({
          type: z.string(),
          /** Absent where nobody has written the condition. */
          status: z.string().optional(),
          reason: z.string().optional(),
          message: z.string().optional(),
          lastTransitionTime: timeSchema.optional(),
        })
        .optional(),
    })
    .optional(),
  node: z.string().optional(),
});

/** @public */
export const chainTargetGroupSchema = z.object({
  arn: z.string(),
  name: z.string(),
  targetType: z.string().optional(),
  protocol: z.string().optional(),
  port: z.number().optional(),
  /** Whether a listener forwards to it; absent where that was not read. */
  reached: z.boolean().optional(),
  services: z.array(
    z.object({
      namespace: z.string(),
      name: z.string(),
      targetBinding: z.string(),
    }),
  ),
  targets: z.array(chainTargetSchema).optional(),
  moreTargets: z.number().int(),
});

/** From the DNS name to the Pods, cut to a size; `more…` counts the rest. @public */
export const chainSchema = z.object({
  dnsName: z.string().optional(),
  /** Absent where they were not read. */
  listeners: z.array(chainListenerSchema).optional(),
  moreListeners: z.number().int(),
  targetGroups: z.array(chainTargetGroupSchema).optional(),
  moreTargetGroups: z.number().int(),
});

/** What a detail job read of one stack, at a time of its own. @public */
export const stackDetailSchema = z.object({
  observedAt: timeSchema,
  chain: chainSchema,
  /** What of it could not be read, once an operation or a kind. */
  notRead: z.array(z.object({ operation: z.string(), reason: messageSchema })),
});

/** How far the detail job of one stack is. @public */
export const detailStatusSchema = z.object({
  state: z.enum(['idle', 'queued', 'running', 'done', 'failed']),
  requestedAt: timeSchema.optional(),
  /** When it may be asked for again. */
  nextAllowedAt: timeSchema.optional(),
  /** When the stack was last read well. */
  observedAt: timeSchema.optional(),
  /** Parts read so far and in all; all is known only as they are found. */
  partsDone: z.number().int().optional(),
  partsTotal: z.number().int().optional(),
  /** Why the last reading failed. */
  problem: messageSchema.optional(),
});
