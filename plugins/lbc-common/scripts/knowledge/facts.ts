import { readFileSync } from 'fs';
import { join } from 'path';
import { z } from 'zod';
import { compareReleases } from '../../src/knowledge/compareReleases';
import {
  iamConditionSchema,
  iamVariantSchema,
} from '../../src/schema/knowledge';

/** Files of an extraction from upstream, as they are read here. */
const rangesSchema = z.array(z.tuple([z.string(), z.string()]));
export type Ranges = z.infer<typeof rangesSchema>;

const noteSchema = z
  .object({ text: z.string(), source: z.array(z.string()) })
  .transform(({ text, source }) => ({ text, sources: source }));

const releasesSchema = z.object({
  releases: z.array(
    z.object({
      version: z.string(),
      date: z.string(),
      commit: z.string(),
      helmChartVersions: z.array(z.object({ chart: z.string() })),
      minKubernetes: z.string(),
      minKubernetesSource: z.string(),
      maxKubernetesDocumented: z.string().nullable(),
      clientGo: z.string(),
      gatewayApiVersion: z.string().nullable(),
      leaderElectionLock: z.string(),
      crdApplyNeeded: z.boolean(),
      crds: z.array(
        z.object({
          name: z.string(),
          kind: z.string(),
          scope: z.enum(['Cluster', 'Namespaced']),
          versionsServed: z.array(z.string()),
          storageVersion: z.string(),
          deprecatedVersions: z.array(z.string()),
          inEksChartCrdsDir: z.boolean(),
        }),
      ),
      webhooks: z.array(
        z.object({
          name: z.string(),
          type: z.enum(['Mutating', 'Validating']),
          path: z.string(),
          resources: z.array(z.string()),
          operations: z.array(z.string()),
          failurePolicy: z.string(),
        }),
      ),
      webhooksHelm: z.array(
        z.object({ name: z.string(), failurePolicy: z.string() }),
      ),
      breakingChanges: z.array(noteSchema),
      requiredActionsBeforeUpgrade: z.array(noteSchema),
    }),
  ),
});

const crdFieldsSchema = z.object({
  crds: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({
        in: rangesSchema,
        fields: z.record(z.string(), z.array(z.object({ in: rangesSchema }))),
      }),
    ),
  ),
});

const iamSchema = z.object({
  _meta: z.object({
    variants: z.partialRecord(iamVariantSchema, rangesSchema),
  }),
  rows: z.array(
    z.object({
      variant: iamVariantSchema,
      action: z.string(),
      effect: z.enum(['Allow', 'Deny']),
      resource: z.array(z.string()),
      condition: iamConditionSchema.optional(),
      in: rangesSchema,
    }),
  ),
});

const rbacSchema = z.object({
  rows: z.array(
    z.object({
      channel: z.enum(['manifest', 'chart']),
      kind: z.enum(['ClusterRole', 'Role']),
      apiGroup: z.string(),
      resource: z.string(),
      verb: z.string(),
      resourceNames: z.array(z.string()).optional(),
      in: rangesSchema,
    }),
  ),
});

const configurationSchema = z.object({
  _meta: z.object({
    covered: z.object({
      flags: rangesSchema,
      gates: rangesSchema,
      values: rangesSchema,
    }),
  }),
  flags: z.record(
    z.string(),
    z.array(
      z.object({ type: z.string(), default: z.string(), in: rangesSchema }),
    ),
  ),
  featureGates: z.record(
    z.string(),
    z.array(z.object({ default: z.boolean(), in: rangesSchema })),
  ),
  chartValues: z.record(
    z.string(),
    z.array(z.object({ default: z.unknown(), in: rangesSchema })),
  ),
});

const annotationSchema = z.object({
  name: z.string(),
  appliesTo: z.array(z.string()),
  introducedIn: z.string(),
  kind: z.enum(['annotation', 'label']).optional(),
  deprecated: z.boolean().optional(),
  deprecation: z.object({ text: z.string() }).optional(),
  userInput: z.boolean().optional(),
  note: z.string().nullish(),
});

const annotationsSchema = z.object({
  ingress: z.array(annotationSchema),
  service: z.array(annotationSchema),
  podAndNamespace: z.array(annotationSchema),
  writtenByController: z.array(annotationSchema),
  removedOrV1Only: z.array(
    z.object({
      name: z.string(),
      first: z.string(),
      last: z.string().nullable(),
      replacement: z.string(),
    }),
  ),
});

function read<T>(folder: string, name: string, schema: z.ZodType<T>): T {
  const file = join(folder, name);
  const result = schema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!result.success) {
    throw new Error(
      `${file} is not as expected: ${z.prettifyError(result.error)}`,
    );
  }
  return result.data;
}

/** A folder of facts, read whole. */
export function readFacts(folder: string) {
  return {
    ...read(folder, 'releases.json', releasesSchema),
    crdFields: read(folder, 'crd-fields.json', crdFieldsSchema).crds,
    iam: read(folder, 'iam-statements.json', iamSchema),
    rbac: read(folder, 'rbac.json', rbacSchema).rows,
    configuration: read(folder, 'configuration.json', configurationSchema),
    annotations: read(folder, 'annotations.json', annotationsSchema),
  };
}

export type Facts = ReturnType<typeof readFacts>;

/** Ranges are inclusive, in the order of the releases. */
export function within(ranges: Ranges, version: string): boolean {
  return ranges.some(
    ([from, to]) =>
      compareReleases(from, version) <= 0 && compareReleases(version, to) <= 0,
  );
}
