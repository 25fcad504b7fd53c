import {
  DeploymentObject,
  PlainObject,
  PodObject,
} from '@lbc-backstage/plugin-lbc-common';
import { z } from 'zod';
import { isController } from './controllerImage';
import {
  conditions,
  flag,
  maybe,
  number,
  numberOrText,
  text,
  textMap,
  texts,
} from './fields';
import { metadata } from './metadata';

/** What somebody wrote in plain where it does not belong is not kept. */
const SECRET_NAME = /SECRET|PASSWORD|SESSION_TOKEN|ACCESS_KEY|API_?KEY/i;

const container = z.object({
  name: z.string(),
  image: z
    .string()
    .nullish()
    .transform(image => image ?? ''),
  args: texts,
  command: texts,
  // Values that come from elsewhere (a Secret, say) have only a name here.
  env: maybe(z.array(z.object({ name: z.string(), value: text }))).transform(
    env =>
      env?.map(({ name, value }) =>
        SECRET_NAME.test(name) ? { name } : { name, value },
      ),
  ),
});

/** Containers of others are none of our business, and may hold what is secret. */
export const deploymentProjection = z
  .object({
    metadata,
    spec: maybe(
      z.object({
        replicas: number,
        selector: maybe(z.object({ matchLabels: textMap })),
        strategy: maybe(
          z.object({
            type: text,
            rollingUpdate: maybe(z.record(z.string(), numberOrText)),
          }),
        ),
        template: maybe(
          z.object({
            spec: maybe(
              z.object({
                serviceAccountName: text,
                containers: maybe(z.array(container)),
              }),
            ),
          }),
        ),
      }),
    ),
    status: maybe(
      z.object({
        replicas: number,
        readyReplicas: number,
        availableReplicas: number,
        updatedReplicas: number,
        conditions,
      }),
    ),
  })
  .transform((deployment): DeploymentObject => {
    const { spec } = deployment;
    const containers = spec?.template?.spec?.containers ?? [];
    const { labels } = deployment.metadata;
    if (isController({ containers, labels })) {
      return deployment;
    }
    const { annotations, ...meta } = deployment.metadata;
    return {
      metadata: meta,
      spec: {
        replicas: spec?.replicas,
        template: { spec: { containers: [] } },
      },
      status: {
        replicas: deployment.status?.replicas,
        readyReplicas: deployment.status?.readyReplicas,
      },
    };
  }) satisfies z.ZodType<DeploymentObject>;

export const replicaSetProjection = z.object({
  metadata,
  spec: maybe(z.object({ replicas: number })),
  status: maybe(z.object({ replicas: number, readyReplicas: number })),
}) satisfies z.ZodType<PlainObject>;

export const podProjection = z.object({
  metadata,
  spec: maybe(
    z.object({
      nodeName: text,
      serviceAccountName: text,
      containers: maybe(z.array(container)),
      readinessGates: maybe(z.array(z.object({ conditionType: z.string() }))),
    }),
  ),
  status: maybe(
    z.object({
      phase: text,
      podIP: text,
      startTime: text,
      conditions,
      containerStatuses: maybe(
        z.array(
          z.object({
            name: z.string(),
            image: text,
            imageID: text,
            ready: flag,
            restartCount: number,
          }),
        ),
      ),
    }),
  ),
}) satisfies z.ZodType<PodObject>;
