import { CustomResourceDefinitionObject } from '@lbc-backstage/plugin-lbc-common';
import { z } from 'zod';
import { flag, maybe, text, texts } from './fields';
import { fieldPaths } from './fieldPaths';
import { metadata, nameOnly } from './metadata';

/** Groups whose fields matter: a cluster has hundreds of other CRDs. */
const GROUPS = [
  'elbv2.k8s.aws',
  'gateway.k8s.aws',
  'aga.k8s.aws',
  'gateway.networking.k8s.io',
  'eks.amazonaws.com',
];

const version = z.object({
  name: z.string(),
  served: flag,
  storage: flag,
  schema: maybe(z.object({ openAPIV3Schema: z.unknown() })),
});

export const customResourceDefinitionProjection = z
  .object({
    metadata,
    spec: maybe(
      z.object({
        group: text,
        names: maybe(z.object({ kind: text, plural: text })),
        versions: maybe(z.array(version)),
      }),
    ),
    status: maybe(z.object({ storedVersions: texts })),
  })
  .transform(({ metadata: meta, spec, status }) => {
    const matters = GROUPS.includes(spec?.group ?? '');
    const versions = spec?.versions?.map(({ schema, ...rest }) => ({
      ...rest,
      ...(matters && { fields: fieldPaths(schema?.openAPIV3Schema) }),
    }));
    return {
      metadata: matters ? meta : nameOnly(meta),
      ...(spec && { spec: { ...spec, ...(versions && { versions }) } }),
      ...(status && { status }),
    };
  }) satisfies z.ZodType<CustomResourceDefinitionObject>;
