import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { ReleaseCorrection } from '@lbc-backstage/plugin-lbc-common';

/** What a module knows of releases. @public */
export interface KnownReleases {
  /** Who says so: shown beside the release. */
  by: string;
  releases: readonly ReleaseCorrection[];
}

/** Adds releases of the controller, or corrects them. @public */
export interface LbcKnowledgeExtensionPoint {
  /**
   * Later ones win over earlier ones, and `lbc.knowledge.files` over all. What
   * is not as it must be stops the start, and says where.
   */
  addReleases(releases: KnownReleases): void;
}

/** @public */
export const lbcKnowledgeExtensionPoint =
  createExtensionPoint<LbcKnowledgeExtensionPoint>({ id: 'lbc.knowledge' });
