import type { Controller } from './types';

/** What tells one controller from another, in an address too. */
export function controllerKey(controller: Controller): string {
  const { cluster, namespace, name, kind } = controller;
  return [cluster, namespace, name ?? kind].filter(Boolean).join('/');
}

/** `2.17.1` as people write it: `v2.17.1`. */
export function versionName(version: string): string {
  return /^\d/.test(version) ? `v${version}` : version;
}
