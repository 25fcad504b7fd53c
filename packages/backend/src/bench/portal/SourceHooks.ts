import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  LbcInspection,
  lbcInspectionExtensionPoint,
} from '@lbc-backstage/plugin-lbc-backend';
import { message } from '@lbc-backstage/plugin-lbc-common';
import {
  AwsReading,
  AwsScope,
  AwsSource,
  ClusterInfo,
  KubernetesReading,
  lbcSourcesExtensionPoint,
} from '@lbc-backstage/plugin-lbc-node';

/** Looks over the shoulder of the product's own sources. */
export interface SourceHooks {
  /** Which of the clusters that were found are there. */
  clusters?(found: ClusterInfo[]): ClusterInfo[];
  kubernetes?(
    cluster: string,
    readings: AsyncIterable<KubernetesReading>,
  ): AsyncIterable<KubernetesReading>;
  aws?(
    scope: AwsScope,
    readings: AsyncIterable<AwsReading>,
  ): AsyncIterable<AwsReading>;
  /** Target groups whose health is read; the others' is not, as if AWS failed. */
  hasHealth?(targetGroupArn: string): boolean;
  /** Hands the product's own source out, to ask it for more. */
  onAwsSource?(source: AwsSource): void;
}

async function* readHealth(
  source: AwsSource,
  options: {
    asked: Parameters<AwsSource['readHealth']>[0];
    hasHealth: (targetGroupArn: string) => boolean;
  },
): ReturnType<AwsSource['readHealth']> {
  const { asked, hasHealth } = options;
  const { targetGroupArns } = asked;
  yield* source.readHealth({
    ...asked,
    targetGroupArns: targetGroupArns.filter(hasHealth),
  });
  for (const targetGroupArn of targetGroupArns) {
    if (!hasHealth(targetGroupArn)) {
      yield {
        targetGroupArn,
        failed: message('source.aws-failed', {
          operation: 'elasticloadbalancing:DescribeTargetHealth',
          detail: 'the bench does not ask for it',
        }),
      };
    }
  }
}

/** A module that sets hooks on the sources, and hands the inspection out. */
export function watchModule(options: {
  hooks: SourceHooks;
  onReady: (inspection: LbcInspection) => void;
}) {
  const { hooks, onReady } = options;
  return createBackendModule({
    pluginId: 'lbc',
    moduleId: 'bench',
    register(env) {
      env.registerInit({
        deps: {
          sources: lbcSourcesExtensionPoint,
          inspection: lbcInspectionExtensionPoint,
        },
        async init({ sources, inspection }) {
          inspection.onReady(onReady);
          sources.setKubernetesSource(({ getDefault }) => {
            const source = getDefault();
            return {
              async listClusters(asked) {
                const found = await source.listClusters(asked);
                return hooks.clusters?.(found) ?? found;
              },
              sweep(asked) {
                const readings = source.sweep(asked);
                return hooks.kubernetes?.(asked.cluster, readings) ?? readings;
              },
              findTargets: asked => source.findTargets(asked),
              readWorkloads: asked => source.readWorkloads(asked),
            };
          });
          sources.setAwsSource(({ getDefault }) => {
            const source = getDefault();
            hooks.onAwsSource?.(source);
            return {
              listScopes: asked => source.listScopes(asked),
              sweep(asked) {
                const readings = source.sweep(asked);
                return hooks.aws?.(asked.scope, readings) ?? readings;
              },
              readHealth: asked =>
                readHealth(source, {
                  asked,
                  hasHealth: hooks.hasHealth ?? (() => true),
                }),
              readStack: asked => source.readStack(asked),
            };
          });
        },
      });
    },
  });
}
