import type { ClusterSnapshot } from '../../inventory';
import { DefaultKnowledge } from '../../knowledge-data';
import type { Release } from '../../knowledge/types';
import { assessCluster, AssessClusterOptions } from '../assess';
import { notApplicable } from '../axes/makeAxis';
import type { CompatibilityAxisName, ControllerCompatibility } from '../types';
import { NOW } from './clusters';

export const knowledge = DefaultKnowledge.create();

/** A release that is known. */
export async function releaseNamed(version: string): Promise<Release> {
  const release = await knowledge.load(version);
  if (!release) {
    throw new Error(`${version} is not known`);
  }
  return release;
}

/** Every controller of a cluster; IAM is another's to test. */
export function assessed(
  cluster: ClusterSnapshot,
  more: Partial<AssessClusterOptions> = {},
): Promise<ControllerCompatibility[]> {
  return assessCluster({
    now: NOW,
    cluster,
    controllers: [],
    knowledge,
    asked: { owners: 'all', othersToo: true },
    resources: [],
    iam: () => notApplicable('iam', { code: 'compatibility.objects-none' }),
    ...more,
  });
}

/** One axis of the first controller, with the codes of its findings. */
export async function axisOf(
  cluster: ClusterSnapshot,
  name: CompatibilityAxisName,
  more: Partial<AssessClusterOptions> = {},
) {
  const [first] = await assessed(cluster, more);
  const axis = first.axes.find(each => each.axis === name);
  if (!axis) {
    throw new Error(`There is no axis ${name}`);
  }
  return {
    status: axis.status,
    codes: axis.findings.map(({ code, status }) => `${code}: ${status}`),
    axis,
  };
}
