import { z } from 'zod';

const versionSchema = z
  .string({ error: 'write it as it is tagged, as in v2.13.0' })
  .regex(
    /^v\d+\.\d+\.\d+([-+_][0-9A-Za-z.+_-]+)?$/,
    'write it as it is tagged, as in v2.13.0',
  );
const kubernetesMinorSchema = z
  .string({ error: "write it in quotes, as in '1.22'" })
  .regex(/^\d+\.\d+$/, "write it in quotes, as in '1.22'");

/** @public */
export const surenessSchema = z.enum([
  'documented',
  'client-library',
  'inferred',
]);
/** @public */
export const leaderLockSchema = z.enum([
  'configmaps',
  'configmapsleases',
  'leases',
]);
/** @public */
export const iamVariantSchema = z.enum([
  'aws',
  'cn',
  'us-gov',
  'iso',
  'isob',
  'isoe',
  'isof',
  'eusc',
  'v1_to_v2_additional',
  'acm_certs',
  'aga',
]);

/** @public */
export const kubernetesRangeSchema = z.strictObject({
  min: kubernetesMinorSchema,
  max: kubernetesMinorSchema.optional(),
  sureness: surenessSchema,
  source: z.string(),
});

/** @public */
export const releaseNoteSchema = z.strictObject({
  text: z.string(),
  sources: z.array(z.string()),
});

/** @public */
export const knownIssueSchema = z.strictObject({
  issue: z.string(),
  text: z.string(),
  condition: z.string().optional(),
  fixedIn: versionSchema.optional(),
  sources: z.array(z.string()),
});

/** What is held of every release. @public */
export const releaseSummarySchema = z.strictObject({
  version: versionSchema,
  date: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}/, "write the day, as in '2026-08-03'"),
  charts: z.array(z.string()),
  kubernetes: kubernetesRangeSchema,
  lock: leaderLockSchema,
  crdsChanged: z.boolean(),
  iamChanged: z.boolean(),
  iamChangedVariants: z.array(iamVariantSchema),
  knownIssues: z.array(knownIssueSchema),
  correctedBy: z.string().optional(),
});

/** @public */
export const releaseCrdSchema = z.strictObject({
  name: z.string(),
  kind: z.string(),
  scope: z.enum(['Cluster', 'Namespaced']),
  versions: z.array(
    z.strictObject({
      name: z.string(),
      served: z.boolean(),
      storage: z.boolean(),
      deprecated: z.boolean(),
      fields: z.array(z.string()),
    }),
  ),
  inChart: z.boolean(),
});

/** @public */
export const iamConditionSchema = z.record(
  z.string(),
  z.record(z.string(), z.union([z.string(), z.array(z.string())])),
);

/** @public */
export const releaseIamActionSchema = z.strictObject({
  action: z.string(),
  effect: z.enum(['Allow', 'Deny']),
  resources: z.array(z.string()),
  condition: iamConditionSchema.optional(),
});

/** @public */
export const releaseRbacRuleSchema = z.strictObject({
  channel: z.enum(['manifest', 'chart']),
  kind: z.enum(['ClusterRole', 'Role']),
  apiGroup: z.string(),
  resource: z.string(),
  verb: z.string(),
  resourceNames: z.array(z.string()).optional(),
});

/** @public */
export const releaseWebhookSchema = z.strictObject({
  name: z.string(),
  type: z.enum(['Mutating', 'Validating']),
  path: z.string(),
  resources: z.array(z.string()),
  operations: z.array(z.string()),
  failurePolicy: z.string(),
  chartFailurePolicy: z.string().optional(),
});

const gatewayApiCrdNeedSchema = z.strictObject({
  crd: z.string(),
  version: z.string(),
  ifMissing: z.enum(['switched-off', 'crash']).optional(),
});

/** @public */
export const gatewayApiNeedsSchema = z.strictObject({
  builtFor: versionSchema,
  alb: z.array(gatewayApiCrdNeedSchema),
  nlb: z.array(gatewayApiCrdNeedSchema),
  ifMissing: z.enum(['switched-off', 'crash', 'gate-only']),
});

/** @public */
export const releaseFlagSchema = z.strictObject({
  type: z.string(),
  default: z.string(),
});

/** All that is known of one release. @public */
export const releaseSchema = z.strictObject({
  ...releaseSummarySchema.shape,
  commit: z.string(),
  clientGo: z.string(),
  gatewayApi: gatewayApiNeedsSchema.optional(),
  crds: z.array(releaseCrdSchema),
  iam: z.partialRecord(iamVariantSchema, z.array(releaseIamActionSchema)),
  rbac: z.array(releaseRbacRuleSchema),
  flags: z.record(z.string(), releaseFlagSchema).optional(),
  gates: z.record(z.string(), z.boolean()).optional(),
  chartValues: z.record(z.string(), z.unknown()).optional(),
  webhooks: z.array(releaseWebhookSchema),
  breakingChanges: z.array(releaseNoteSchema),
  requiredActions: z.array(releaseNoteSchema),
});

const {
  version: _version,
  correctedBy: _by,
  ...correctable
} = releaseSchema.shape;

/** What a company adds or corrects of one release. @public */
export const releaseCorrectionSchema = z
  .strictObject({
    ...correctable,
    flags: z.record(z.string(), releaseFlagSchema.nullable()),
    gates: z.record(z.string(), z.boolean().nullable()),
  })
  .partial()
  .extend({ version: versionSchema, basedOn: versionSchema.optional() });

/** @public */
export const featureKnowledgeSchema = z.strictObject({
  name: z.string(),
  prefix: z.string().optional(),
  kind: z.enum(['annotation', 'label']),
  appliesTo: z.array(z.string()),
  introducedIn: z.string(),
  lastIn: z.string().optional(),
  deprecated: z.boolean().optional(),
  replacement: z.string().optional(),
  neverRead: z.boolean().optional(),
  writtenByController: z.boolean().optional(),
  note: z.string().optional(),
});

/** `GET /knowledge/releases` @public */
export const releasesResponseSchema = z.object({
  newest: z.string(),
  releases: z.array(releaseSummarySchema),
});
