import { z } from 'zod';
import {
  actorSchema,
  coverageItemSchema,
  messageSchema,
  stateSchema,
  timeSchema,
} from './common';
import { controllerSchema, subjectForEntitySchema } from './subjects';

/** The first four lines of the tab, for a service owner in a hurry. @public */
export const entityVerdictSchema = z.object({
  /** The state that decides: the most urgent one among the subjects. */
  state: stateSchema,
  traffic: messageSchema,
  ifYouDeploy: messageSchema,
  whoActs: z.object({
    role: actorSchema,
    /** The entity that owns the cluster or the component, where the catalog says. */
    entityRef: z.string().optional(),
  }),
  since: timeSchema,
  because: messageSchema,
});

/** What was searched for the entity, for the empty state. @public */
export const searchedSchema = z.object({
  clusters: z.array(
    z.object({
      name: z.string(),
      observedAt: timeSchema.optional(),
      problem: messageSchema.optional(),
    }),
  ),
  scopes: z.array(
    z.object({
      accountId: z.string(),
      region: z.string(),
      observedAt: timeSchema.optional(),
      problem: messageSchema.optional(),
    }),
  ),
});

/** @public */
export const refreshStatusSchema = z.object({
  state: z.enum(['idle', 'queued', 'running', 'done']),
  requestedAt: timeSchema.optional(),
  finishedAt: timeSchema.optional(),
  /** When it may be asked for again. */
  nextAllowedAt: timeSchema.optional(),
  targets: z.array(
    z.object({
      target: z.string(),
      state: z.enum(['queued', 'running', 'done', 'failed']),
      /** Kinds read so far and in all, where the sweep runs here. */
      kindsDone: z.number().int().optional(),
      kindsTotal: z.number().int().optional(),
    }),
  ),
});

/** What is wrong, or missing, for a page to show more. @public */
export const problemSchema = z.object({
  severity: z.enum(['error', 'warning', 'info']),
  message: messageSchema,
  /** A block of configuration that would help, as YAML. */
  example: z.string().optional(),
});

/** @public */
export const entityLoadBalancersResponseSchema = z.object({
  entityRef: z.string(),
  /** The oldest source behind the answer; absent where nothing was read yet. */
  observedAt: timeSchema.optional(),
  /** Since when this portal has history. */
  historySince: timeSchema.optional(),
  verdict: entityVerdictSchema.optional(),
  items: z.array(subjectForEntitySchema),
  totalItems: z.number().int(),
  nextCursor: z.string().optional(),
  /** Subjects that match and that the caller may not read. */
  notPermitted: z.number().int(),
  /** Parts (of a System, Domain, …) beyond those that were asked. */
  partsNotAsked: z.number().int().optional(),
  /** Bad annotations, missing configuration: each a sentence on the tab. */
  problems: z.array(problemSchema),
  searched: searchedSchema,
  /** For an entity that stands for a cluster: its controllers. */
  controllers: z.array(controllerSchema).optional(),
  /** What the entity's sources could not see; complete ones are left out. */
  coverage: z.array(coverageItemSchema),
});

/** @public */
export const controllersResponseSchema = z.object({
  items: z.array(controllerSchema),
  nextCursor: z.string().optional(),
  observedAt: timeSchema.optional(),
  coverage: z.array(coverageItemSchema),
});

/** @public */
export const coverageResponseSchema = z.object({
  items: z.array(coverageItemSchema),
  nextCursor: z.string().optional(),
  observedAt: timeSchema.optional(),
  /** Jobs: waiting and due now, running now. */
  queue: z.object({ due: z.number().int(), running: z.number().int() }),
  /** Scopes that clusters name and configuration does not: never called. */
  suggestedScopes: z.array(
    z.object({
      accountId: z.string(),
      region: z.string(),
      seenIn: z.array(z.string()),
    }),
  ),
  /** Values of the cluster tag that no cluster here is bound to. */
  unknownClusterTags: z.array(
    z.object({
      clusterTag: z.string(),
      accountId: z.string(),
      region: z.string(),
      loadBalancers: z.number().int(),
    }),
  ),
});

/** @public */
export const healthResponseSchema = z.object({ status: z.literal('ok') });
