import type { CustomResourceDefinitionObject } from '../../inventory/objects';

const PREFIX = 'gateway.networking.k8s.io/';

/** The release of the Gateway API that a CRD says it is of, and its channel. */
export function bundleOf({ metadata }: CustomResourceDefinitionObject): {
  bundle?: string;
  channel?: string;
} {
  const { annotations = {} } = metadata;
  const bundle = annotations[`${PREFIX}bundle-version`];
  const channel = annotations[`${PREFIX}channel`];
  return {
    ...(bundle !== undefined && { bundle }),
    ...(channel !== undefined && { channel }),
  };
}

/** Labels and annotations that tools leave, and the tool. */
const MARKS: ReadonlyArray<[RegExp, string]> = [
  [/^eks\.amazonaws\.com\//, 'EKS'],
  [/^argocd\.argoproj\.io\//, 'Argo CD'],
  [/^(kustomize|helm)\.toolkit\.fluxcd\.io\//, 'Flux'],
  [/^meta\.helm\.sh\/|^helm\.sh\/chart$/, 'Helm'],
];

/** Who keeps a CRD, as its labels and annotations say; undefined where none does. */
export function managerOf({
  metadata,
}: CustomResourceDefinitionObject): string | undefined {
  const { labels = {}, annotations = {} } = metadata;
  const keys = [...Object.keys(labels), ...Object.keys(annotations)];
  const found = MARKS.find(([mark]) => keys.some(key => mark.test(key)));
  return found?.[1] ?? labels['app.kubernetes.io/managed-by'];
}
