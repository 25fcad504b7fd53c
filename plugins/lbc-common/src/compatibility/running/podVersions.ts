import { controllerContainer } from '../../inventory/controllers';
import type { DeploymentObject, PodObject } from '../../inventory/objects';
import type { RunningVersion } from '../types';
import { versionOfImage, versionOfTag } from './imageVersion';

const VERSION_LABEL = 'app.kubernetes.io/version';

/** The Pods of a Deployment that run, by its selector. */
export function podsOf(
  deployment: DeploymentObject,
  pods: readonly PodObject[],
): PodObject[] {
  const selector = Object.entries(deployment.spec?.selector?.matchLabels ?? {});
  return selector.length === 0
    ? []
    : pods.filter(
        ({ metadata, status }) =>
          metadata.namespace === deployment.metadata.namespace &&
          status?.phase !== 'Succeeded' &&
          status?.phase !== 'Failed' &&
          selector.every(([key, value]) => metadata.labels?.[key] === value),
      );
}

/** Whether a Pod serves: it is ready, and not on its way out. */
export function isReady({ metadata, status }: PodObject): boolean {
  return (
    metadata.deletionTimestamp === undefined &&
    (status?.conditions ?? []).some(
      ({ type, status: is }) => type === 'Ready' && is === 'True',
    )
  );
}

/** What the Deployment itself asks for: its image, else the chart's label. */
export function versionOfDeployment(
  deployment: DeploymentObject,
): RunningVersion {
  const image = controllerContainer(deployment)?.image ?? '';
  const { version, suffix, tag, digest } = versionOfImage(image);
  if (version !== undefined) {
    return { version, from: 'image-tag', image, ...(suffix && { suffix }) };
  }
  // Where the image says nothing, the label of the chart is all there is.
  const label = versionOfTag(deployment.metadata.labels?.[VERSION_LABEL] ?? '');
  if (tag === undefined && label.version !== undefined) {
    return { ...label, from: 'version-label', image };
  }
  return {
    from: digest !== undefined && tag === undefined ? 'digest-only' : 'nothing',
    image,
  };
}

/** The label of the chart, where it says a version. */
export function labelledVersion(
  deployment: DeploymentObject,
): string | undefined {
  return versionOfTag(deployment.metadata.labels?.[VERSION_LABEL] ?? '')
    .version;
}

/** What each running Pod says, counted; newest asked for first. */
export function versionsOfPods(
  deployment: DeploymentObject,
  pods: readonly PodObject[],
): { versions: RunningVersion[]; ready: RunningVersion[] } {
  const asked = versionOfDeployment(deployment);
  const name = controllerContainer(deployment)?.name;
  const byImage = new Map<string, RunningVersion>();
  const ready = new Set<RunningVersion>();
  for (const pod of pods) {
    const image = pod.spec?.containers?.find(each => each.name === name)?.image;
    if (image !== undefined) {
      const known = byImage.get(image) ?? ofPodImage(image, asked);
      known.pods = (known.pods ?? 0) + 1;
      byImage.set(image, known);
      if (isReady(pod)) {
        ready.add(known);
      }
    }
  }
  const versions = [...byImage.values()].sort(
    (a, b) => Number(b.image === asked.image) - Number(a.image === asked.image),
  );
  return { versions, ready: versions.filter(each => ready.has(each)) };
}

/** A Pod of the Deployment's own image is what the Deployment is. */
function ofPodImage(image: string, asked: RunningVersion): RunningVersion {
  if (image === asked.image) {
    return { ...asked };
  }
  const { version, suffix, tag, digest } = versionOfImage(image);
  if (version !== undefined) {
    return { version, from: 'image-tag', image, ...(suffix && { suffix }) };
  }
  return {
    from: digest !== undefined && tag === undefined ? 'digest-only' : 'nothing',
    image,
  };
}
