import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type {
  CoverageItem,
  SubjectDetail,
  TargetBinding,
} from '@lbc-backstage/plugin-lbc-common';

/** A subject as it was concluded last, with all of its owners. @public */
export type InspectedSubject = Pick<
  SubjectDetail,
  | 'id'
  | 'kind'
  | 'cluster'
  | 'loadBalancer'
  | 'securityGroup'
  | 'clusterTag'
  | 'owners'
  | 'controller'
  | 'state'
  | 'since'
  | 'because'
  | 'grade'
  | 'candidates'
  | 'wouldDecide'
  | 'facets'
  | 'evidence'
  | 'observedAt'
>;

/** What is known of the whole fleet. @public */
export interface LbcInventory {
  subjects: InspectedSubject[];
  /** Those whose target group no subject has, too. */
  targetBindings: TargetBinding[];
  coverage: CoverageItem[];
}

/** Looks at the work from the inside. @public */
export interface LbcInspection {
  /** Everything that was concluded, past all permissions. */
  readInventory(): Promise<LbcInventory>;
  /** Jobs that are due by the product's clock or run, by their ids. */
  listBusyJobs(): Promise<string[]>;
  /** Looks for due jobs now: a clock that was moved does not say so itself. */
  wake(): void;
}

/** See {@link lbcInspectionExtensionPoint}. @public */
export interface LbcInspectionExtensionPoint {
  /** Called once, before the first sweep. */
  onReady(listener: (inspection: LbcInspection) => void): void;
}

/**
 * For a replay of recordings, measurements and tests, which run in the same
 * backend and see all of it. Whatever serves people asks the API instead: it
 * obeys permissions.
 * @public
 */
export const lbcInspectionExtensionPoint =
  createExtensionPoint<LbcInspectionExtensionPoint>({ id: 'lbc.inspection' });
