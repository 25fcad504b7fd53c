import { z } from 'zod';
import { stackDetailSchema } from './chain';
import { driftSchema } from './drift';
import {
  actorSchema,
  adviceSchema,
  commandSchema,
  coverageItemSchema,
  evidenceSchema,
  facetsSchema,
  messageSchema,
  stateSchema,
  targetBindingStateSchema,
  timeSchema,
  viaSchema,
} from './common';

/** What became of an owner's last change. @public */
export const convergenceSchema = z.object({
  /** A success was seen after it; only failures; nothing though somebody looked; or nobody did. */
  state: z.enum(['applied', 'failing', 'waiting', 'unknown']),
  specChangedAt: timeSchema.optional(),
  appliedAt: timeSchema.optional(),
  lagSeconds: z.number().optional(),
  /** It may have been applied earlier than that. */
  atMost: z.boolean().optional(),
  /** Between the change and the success, or until now. */
  failures: z.number().int(),
  lastFailure: z.object({ reason: z.string(), at: timeSchema }).optional(),
});

/** @public */
export const ownerSchema = z.object({
  kind: z.enum(['Ingress', 'Service', 'Gateway', 'GlobalAccelerator']),
  namespace: z.string(),
  name: z.string(),
  uid: z.string().optional(),
  exists: z.boolean(),
  state: stateSchema,
  because: messageSchema.optional(),
  deletionTimestamp: timeSchema.optional(),
  specChangedAt: timeSchema.optional(),
  /** On the page of one subject. */
  convergence: convergenceSchema.optional(),
});

/** Owners that the caller may not read: how many, by the team that has them. @public */
export const hiddenOwnersSchema = z.object({
  count: z.number().int(),
  teams: z.array(
    z.object({
      /** As an entity reference; absent where the catalog says none. */
      team: z.string().optional(),
      count: z.number().int(),
    }),
  ),
});

/** @public */
export const targetsSchema = z.object({
  healthy: z.number().int(),
  total: z.number().int(),
  /** The oldest reading among them; absent where nothing was read. */
  observedAt: timeSchema.optional(),
  /** Target groups whose health nobody has read yet. */
  unread: z.number().int(),
});

/** @public */
export const loadBalancerSchema = z.object({
  arn: z.string(),
  name: z.string(),
  dnsName: z.string(),
  type: z.enum(['application', 'network', 'gateway']),
  scheme: z.string().optional(),
  state: z.string(),
  createdAt: timeSchema.optional(),
});

/** @public */
export const securityGroupSchema = z.object({
  id: z.string(),
  name: z.string(),
  arn: z.string(),
});

/** A subject in a list: at most 4 KB. @public */
export const subjectSummarySchema = z.object({
  id: z.string(),
  kind: z.enum(['load-balancer', 'owner', 'target-group', 'security-group']),
  cluster: z.string().optional(),
  clusterTag: z.string().optional(),
  accountId: z.string().optional(),
  region: z.string().optional(),
  vpcId: z.string().optional(),
  generation: z.enum([
    'alb-ingress-v1',
    'lbc',
    'in-tree',
    'eks-auto-mode',
    'unmanaged',
  ]),
  family: z
    .enum(['ingress', 'service', 'gateway', 'global-accelerator'])
    .optional(),
  stack: z.string().optional(),
  loadBalancer: loadBalancerSchema.optional(),
  /** Of a security group that no load balancer has. */
  securityGroup: securityGroupSchema.optional(),
  /** At most 10, the entity's own first; `ownerCount` counts all that may be read. */
  owners: z.array(ownerSchema),
  ownerCount: z.number().int(),
  /** Absent where the caller may read every owner. */
  hiddenOwners: hiddenOwnersSchema.optional(),
  /** Host and path routes of the owners, in all. */
  routeCount: z.number().int(),
  controller: z.enum(['alive', 'gone', 'unknown']),
  state: stateSchema,
  /** When this state began, as far as it was watched. */
  since: timeSchema,
  /** The state was already so when it was first looked at. */
  sinceFirstSeen: z.boolean(),
  because: messageSchema,
  grade: z.enum(['witnessed', 'inferred']).optional(),
  facets: facetsSchema,
  traffic: messageSchema,
  ifYouDeploy: messageSchema,
  whoActs: actorSchema,
  targets: targetsSchema,
  observedAt: timeSchema,
});

/** @public */
export const subjectForEntitySchema = subjectSummarySchema.extend({
  via: viaSchema,
  /** The entity's own share, where it is not the owner: its routes. */
  ownRoutes: z.array(z.string()).optional(),
});

/** @public */
export const targetGroupSchema = z.object({
  arn: z.string(),
  name: z.string(),
  targetType: z.string().optional(),
  protocol: z.string().optional(),
  port: z.number().optional(),
  health: z
    .object({
      observedAt: timeSchema,
      byState: z.record(z.string(), z.number()),
    })
    .optional(),
  notHealthy: z
    .array(
      z.object({
        id: z.string(),
        port: z.number().optional(),
        state: z.string(),
        reason: z.string().optional(),
        description: z.string().optional(),
      }),
    )
    .optional(),
  targetBinding: z.string().optional(),
});

/** @public */
export const targetBindingSchema = z.object({
  id: z.string(),
  cluster: z.string(),
  namespace: z.string(),
  name: z.string(),
  targetGroupArn: z.string().optional(),
  targetGroup: z.string().nullable(),
  subjectId: z.string().optional(),
  ownerExists: z.union([z.boolean(), z.literal('unknown')]),
  state: targetBindingStateSchema,
  because: messageSchema,
  observedAt: timeSchema,
});

/** @public */
export const controllerSchema = z.object({
  cluster: z.string(),
  namespace: z.string(),
  name: z.string(),
  version: z.string().optional(),
  image: z.string().optional(),
  flags: z.record(z.string(), z.string()),
  replicas: z.object({ wanted: z.number(), ready: z.number() }),
  liveness: z.enum(['alive', 'gone', 'unknown']),
  because: messageSchema,
  leaseRenewedAt: timeSchema.optional(),
  evidence: z.array(evidenceSchema),
  observedAt: timeSchema,
});

/** @public */
export const transitionSchema = z.object({
  id: z.string(),
  /** Absent for the first one. */
  from: stateSchema.optional(),
  /** Absent where the subject went away. */
  to: stateSchema.optional(),
  at: timeSchema,
  because: messageSchema,
  /** `rules`: the product's rules changed, not the world. */
  cause: z.enum(['observed', 'rules', 'gone']),
  evidence: z.array(evidenceSchema),
});

/** @public */
export const transitionsResponseSchema = z.object({
  items: z.array(transitionSchema),
  nextCursor: z.string().optional(),
  observedAt: timeSchema,
  coverage: z.array(coverageItemSchema),
});

/** A known pattern of failure, beside the state. @public */
export const findingSchema = z.object({
  code: z.string(),
  /** Its numbers in docs/failure-modes.md, such as `F16`. */
  failureModes: z.array(z.string()),
  title: messageSchema,
  /** A code that the state's reason has, too, says the same. */
  messages: z.array(messageSchema),
  who: actorSchema,
  whatToDo: messageSchema.optional(),
  evidence: z.array(evidenceSchema),
});

/** @public */
export const subjectDetailSchema = subjectSummarySchema.extend({
  candidates: z.array(stateSchema).optional(),
  wouldDecide: z.array(messageSchema).optional(),
  evidence: z.array(evidenceSchema),
  findings: z.array(findingSchema),
  notExamined: z.array(messageSchema),
  whatHappens: z.array(messageSchema),
  whatToDo: z.array(adviceSchema),
  commands: z.array(commandSchema),
  targetGroups: z.array(targetGroupSchema),
  targetBindings: z.array(targetBindingSchema),
  backends: z.array(
    z.object({
      namespace: z.string(),
      name: z.string(),
      routes: z.array(z.string()),
    }),
  ),
  tags: z.record(z.string(), z.string()),
  /** Listeners, rules and targets, where a detail job has read them. */
  detail: stackDetailSchema.optional(),
  /** How that differs from what the owners ask; absent where it was not compared. */
  drift: driftSchema.optional(),
  firstSeenAt: timeSchema,
  lastSeenAt: timeSchema,
  /** Set once the subject is no longer there. */
  endedAt: timeSchema.optional(),
  /** The controllers of its cluster. */
  controllers: z.array(controllerSchema),
  /** Newest first, at most 50; the rest by the transitions' own address. */
  transitions: z.array(transitionSchema),
  coverage: z.array(coverageItemSchema),
});
