import type {
  AwsLoadBalancer,
  AwsResourceTags,
  AwsTargetGroup,
} from '@lbc-backstage/plugin-lbc-common';
import type { RecordedKind, Recording } from './RecordedSweeps';

const CLUSTER_TAG = 'elbv2.k8s.aws/cluster';

/** What a scope has of each kind, and which of it is kept. */
type Keep = {
  [kind: string]: (item: unknown) => boolean;
};

function filtered(kinds: readonly RecordedKind[], keep: Keep): RecordedKind[] {
  return kinds.map(recorded => {
    const { kind, json } = recorded;
    const keeps = keep[kind];
    if (!keeps) {
      return recorded;
    }
    const items: unknown[] = JSON.parse(json);
    return { ...recorded, json: JSON.stringify(items.filter(keeps)) };
  });
}

function itemsOf<T>(kinds: readonly RecordedKind[], kind: string): T[] {
  return JSON.parse(kinds.find(each => each.kind === kind)?.json ?? '[]');
}

/**
 * A recording with every second cluster, and of AWS what carries the tag of
 * one of these, or of none.
 */
export function halfOf(recording: Recording): Recording {
  const names = recording.targets.flatMap(({ cluster }) => cluster ?? []);
  const gone = new Set(names.sort().filter((_, index) => index % 2 === 1));
  const dropped = new Set(
    recording.targets
      .filter(({ scope }) => scope)
      .flatMap(({ latest }) => itemsOf<AwsResourceTags>(latest, 'tags'))
      .filter(({ tags }) => gone.has(tags[CLUSTER_TAG] ?? ''))
      .map(({ arn }) => arn),
  );
  const keep: Keep = {
    loadBalancers: item => !dropped.has((item as AwsLoadBalancer).arn),
    targetGroups: item => !dropped.has((item as AwsTargetGroup).arn),
    tags: item => !dropped.has((item as AwsResourceTags).arn),
  };
  return {
    targets: recording.targets
      .filter(({ cluster }) => !cluster || !gone.has(cluster))
      .map(target =>
        target.scope
          ? {
              ...target,
              latest: filtered(target.latest, keep),
              ...(target.before && {
                before: filtered(target.before, keep),
              }),
            }
          : target,
      ),
    health: recording.health.filter(
      ({ targetGroupArn }) => !dropped.has(targetGroupArn),
    ),
    ...(recording.stacks && {
      stacks: recording.stacks.filter(
        ({ loadBalancerArn }) => !dropped.has(loadBalancerArn),
      ),
    }),
  };
}
