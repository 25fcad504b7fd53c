import { z } from 'zod';
import { REMOVAL_GATES } from '../removal/path/types';
import { messageSchema, timeSchema } from './common';
import { whatIfResponseSchema } from './removal';

/** What must be so before a controller may go. @public */
export const removalGateIdSchema = z.enum(REMOVAL_GATES);

/** A command for a person; the product runs none. @public */
export const removalCommandSchema = z.object({
  tool: z.enum(['aws', 'kubectl', 'helm']),
  purpose: messageSchema,
  text: z.string(),
});

/** One thing that must be zero; what could not be counted is `unknown`. @public */
export const removalGateSchema = z.object({
  id: removalGateIdSchema,
  status: z.enum(['met', 'open', 'unknown']),
  /** Whether the controller has to wait for it. */
  decides: z.boolean(),
  because: messageSchema,
  /** Absent where nobody counted; where not all was read, at least so many. */
  count: z.number().int().optional(),
  /** The first of them. */
  items: z.array(z.string()),
  /** What was not seen, and what would let the portal see it. */
  notSeen: z.array(messageSchema),
  /** They count it anew, and only read. */
  commands: z.array(removalCommandSchema),
  observedAt: timeSchema.optional(),
});

/** One step of a person. @public */
export const removalStepSchema = z.object({
  id: z.enum([
    'start-controller',
    'unblock',
    'move-traffic',
    'owners',
    'wait',
    'target-bindings',
    'classes',
    'controller',
    'crds',
    'iam',
  ]),
  message: messageSchema,
  items: z.array(z.string()),
  /** Gates that must be met before; while one is not, no command is shown. */
  waitsFor: z.array(removalGateIdSchema),
  /** They only read. */
  checks: z.array(removalCommandSchema),
  /** They change something. */
  commands: z.array(removalCommandSchema),
});

/** What a removal leaves behind. @public */
export const removalLeftoverSchema = z.object({
  kind: z.enum([
    'backend-security-group',
    'iam-role',
    'iam-policy',
    'oidc-trust',
    'pod-identity',
    'crd',
    'webhook-configuration',
  ]),
  /** ARN, ID or name; empty where it is not known which. */
  id: z.string(),
  status: z.enum(['there', 'gone', 'unknown']),
  /** The proof. */
  because: messageSchema,
  /** Why it is to be left alone. */
  blockers: z.array(messageSchema),
  waitsFor: z.array(removalGateIdSchema),
  checks: z.array(removalCommandSchema),
  commands: z.array(removalCommandSchema),
});

/** The way to remove a controller. @public */
export const removalPathSchema = z.object({
  verdict: z.enum(['ready', 'not-yet', 'unknown']),
  because: messageSchema,
  gates: z.array(removalGateSchema),
  steps: z.array(removalStepSchema),
  /** How to see that AWS is really empty. */
  waiting: z.object({
    message: messageSchema,
    sources: z.array(
      z.object({
        target: z.string(),
        observedAt: timeSchema.optional(),
        nextAt: timeSchema.optional(),
      }),
    ),
    commands: z.array(removalCommandSchema),
  }),
  leftovers: z.array(removalLeftoverSchema),
  /** Of the load balancers that are still there, a month. */
  cost: z.object({
    currency: z.literal('USD'),
    loadBalancers: z.number().int(),
    sure: z.enum(['at-least', 'unknown']),
    monthly: z.number().optional(),
    unknown: z.array(messageSchema),
    source: z.string(),
    date: z.string(),
  }),
});

/** The removal of a controller: what if it went now, and the way to do it. @public */
export const controllerRemovalResponseSchema = whatIfResponseSchema.extend({
  cluster: z.string(),
  path: removalPathSchema.optional(),
  /** Why there is no path. */
  noPath: messageSchema.optional(),
});
