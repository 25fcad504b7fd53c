import { z } from 'zod';
import { FEATURE_STATUSES } from '../compatibility/types';
import {
  adviceSchema,
  commandSchema,
  evidenceSchema,
  messageSchema,
  timeSchema,
} from './common';
import { kubernetesRangeSchema } from './knowledge';

/** @public */
export const compatibilityStatusSchema = z.enum([
  'pass',
  'warn',
  'fail',
  'unknown',
  'not-applicable',
]);

/** @public */
export const compatibilityAxisNameSchema = z.enum([
  'controller',
  'kubernetes',
  'crds',
  'gateway-api',
  'iam',
  'rbac',
  'webhooks',
  'objects',
  'resources',
  'claims',
]);

/** One judged fact. @public */
export const compatibilityFindingSchema = z.object({
  /** Stable, kebab-case. */
  code: z.string(),
  status: compatibilityStatusSchema,
  message: messageSchema,
  evidence: z.array(evidenceSchema),
  remedy: z.array(adviceSchema).optional(),
  /** Commands that check it. They only read. */
  commands: z.array(commandSchema).optional(),
});

/** What could not be seen, and what would let us. @public */
export const notSeenSchema = z.object({
  message: messageSchema,
  /** The RBAC rule to add, as YAML of one rule. */
  rbacRule: z.string().optional(),
  /** The IAM action to allow. */
  iamAction: z.string().optional(),
  /** The configuration to switch on. */
  config: z.string().optional(),
});

/** A controller against one of the things that it depends on. @public */
export const compatibilityAxisSchema = z.object({
  axis: compatibilityAxisNameSchema,
  status: compatibilityStatusSchema,
  because: messageSchema,
  /** The worst first. */
  findings: z.array(compatibilityFindingSchema),
  notSeen: z.array(notSeenSchema),
  /** When the oldest input was read. */
  observedAt: timeSchema.optional(),
});

/** What really runs. @public */
export const runningControllerSchema = z.object({
  cluster: z.string(),
  kind: z.enum(['deployment', 'eks-auto-mode']),
  namespace: z.string().optional(),
  name: z.string().optional(),
  /** Absent where it can't be told. */
  version: z.string().optional(),
  /** Two while it rolls. */
  versions: z.array(
    z.object({
      version: z.string().optional(),
      from: z.enum(['image-tag', 'version-label', 'digest-only', 'nothing']),
      image: z.string().optional(),
      suffix: z.string().optional(),
      pods: z.number().int().optional(),
    }),
  ),
  chart: z
    .object({
      name: z.string(),
      version: z.string(),
      appVersion: z.string().optional(),
    })
    .optional(),
  liveness: z.enum(['alive', 'gone', 'unknown']),
  replicas: z
    .object({
      wanted: z.number().int(),
      ready: z.number().int(),
      updated: z.number().int().optional(),
    })
    .optional(),
  rollout: z.enum(['done', 'rolling', 'stuck', 'unknown']).optional(),
  strategy: z.string().optional(),
  podDisruptionBudget: z.string().optional(),
  lock: z
    .enum(['leases', 'configmaps', 'configmapsleases', 'unknown'])
    .optional(),
  flags: z.record(z.string(), z.string()),
  /** Gates in effect; absent where the release's own are not known. */
  gates: z.record(z.string(), z.boolean()).optional(),
  clusterName: z.string().optional(),
  region: z.string().optional(),
  vpcId: z.string().optional(),
  watchNamespace: z.string().optional(),
  serviceAccount: z.string().optional(),
  identity: z
    .object({
      kind: z.enum([
        'irsa',
        'pod-identity',
        'node-role',
        'static-keys',
        'unknown',
      ]),
      roleArn: z.string().optional(),
      because: messageSchema,
    })
    .optional(),
  observedAt: timeSchema,
});

/** One step of the ladder of releases. @public */
export const ladderReleaseSchema = z.object({
  version: z.string(),
  /** A date. */
  date: z.string(),
  kubernetes: kubernetesRangeSchema,
  /** The cluster's version is within the range, below it (`too-old`) or above. */
  fits: z.enum([
    'documented',
    'upper-end-untested',
    'too-old',
    'too-new',
    'unknown',
  ]),
  current: z.boolean(),
  newest: z.boolean(),
  /** The best one to go to next. */
  next: z.boolean(),
  /** Upstream's issues that are reason enough to avoid it. */
  avoid: z.array(z.string()),
  crdsChanged: z.boolean(),
  iamChanged: z.boolean(),
});

/** An annotation, label or field that an object uses. @public */
export const featureInUseSchema = z.object({
  name: z.string(),
  kind: z.enum(['annotation', 'label', 'field']),
  object: z.object({
    kind: z.string(),
    namespace: z.string().optional(),
    name: z.string(),
  }),
  introducedIn: z.string().optional(),
  lastIn: z.string().optional(),
  /** Under the release that runs. */
  status: z.enum(FEATURE_STATUSES),
  nearest: z.string().optional(),
  replacement: z.string().optional(),
  note: messageSchema.optional(),
});

/** A controller against all that it depends on. @public */
export const controllerCompatibilitySchema = z.object({
  controller: runningControllerSchema,
  status: compatibilityStatusSchema,
  because: messageSchema,
  axes: z.array(compatibilityAxisSchema),
  ladder: z.array(ladderReleaseSchema),
  /** Absent where it is not known. */
  behind: z
    .object({
      releases: z.number().int(),
      newest: z.string(),
      /** When the first newer one was released (a date). */
      since: z.string(),
    })
    .optional(),
  kubernetes: z
    .object({
      version: z.string(),
      gitVersion: z.string(),
      support: z
        .object({
          status: z.enum(['standard', 'extended', 'ended', 'unknown']),
          standardEnds: z.string().optional(),
          extendedEnds: z.string().optional(),
        })
        .optional(),
    })
    .optional(),
  /** Those that need a look first. */
  features: z.array(featureInUseSchema),
  observedAt: timeSchema,
});

/** Whether controllers fit what they depend on. @public */
export const compatibilityResponseSchema = z.object({
  /** Absent for a question about a cluster. */
  entityRef: z.string().optional(),
  controllers: z.array(controllerCompatibilitySchema),
  notes: z.array(messageSchema),
  /** What the answer knows of releases. */
  knowledge: z.object({
    newest: z.string(),
    date: z.string(),
    releases: z.number().int(),
  }),
  observedAt: timeSchema.optional(),
});
