import { compareReleases } from '../../../src/knowledge/compareReleases';
import type { LeaderLock } from '../../../src/knowledge/types';
import type { Clone } from './Clone';

export const GO_MOD = 'go.mod';
export const RUNTIME_FILE = 'pkg/config/runtime_config.go';
export const INSTALLATION_FILE = 'docs/deploy/installation.md';

/** The version of a Go module that a tag is built with. */
export function goModule(
  clone: Clone,
  tag: string,
  name: string,
): string | undefined {
  const text = clone.text(tag, GO_MOD) ?? '';
  const escaped = name.replace(/[.]/g, '\\.');
  return new RegExp(`^(?:require)?\\s*${escaped} (v\\S+)`, 'm').exec(text)?.[1];
}

const LOCKS: Record<string, LeaderLock> = {
  ConfigMapsResourceLock: 'configmaps',
  ConfigMapsLeasesResourceLock: 'configmapsleases',
  LeasesResourceLock: 'leases',
};

/** What leader election writes to; without a setting, the library's default. */
export function lockOf(clone: Clone, tag: string): string {
  const text = clone.text(tag, RUNTIME_FILE) ?? '';
  const name = /LeaderElectionResourceLock:\s*resourcelock\.(\w+)/.exec(
    text,
  )?.[1];
  if (name !== undefined) {
    return LOCKS[name] ?? name;
  }
  // controller-runtime 0.6 and older: ConfigMaps.
  const library = goModule(clone, tag, 'sigs.k8s.io/controller-runtime') ?? '';
  return /^v0\.[0-6]\./.test(library) ? 'configmaps' : `default of ${library}`;
}

/** A row of the docs, as `v2.2.0~v2.3.1 requires Kubernetes 1.16-1.21`. */
const ROW =
  /^\* AWS Load Balancer Controller (v[\d.]+)(?:~(v[\d.]+)|\+) requires Kubernetes (\d+\.\d+)(?:-(\d+\.\d+)|\+)/gm;

/** The documented range of a release, as the docs of the newest tag say it. */
export function kubernetesOf(
  clone: Clone,
  newest: string,
  tag: string,
): { min: string; max?: string } | undefined {
  const text = clone.text(newest, INSTALLATION_FILE) ?? '';
  const rows = [...text.matchAll(ROW)].filter(
    ([, from, to]) =>
      compareReleases(from, tag) <= 0 &&
      (to === undefined || compareReleases(tag, to) <= 0),
  );
  const row = rows[rows.length - 1];
  return row && { min: row[3], ...(row[4] !== undefined && { max: row[4] }) };
}
