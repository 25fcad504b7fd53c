import type {
  IamVariant,
  ReleaseCrd,
  ReleaseIamAction,
  ReleaseNote,
  ReleaseRbacRule,
  ReleaseWebhook,
} from '../types';
import type { UpgradeStops } from '../stops/types';

/** How one version of a CRD differs. @public */
export interface CrdVersionDelta {
  /** As `v1beta1`. */
  name: string;
  fieldsAdded: string[];
  fieldsRemoved: string[];
  /** Only where it changed. */
  served?: { from: boolean; to: boolean };
  deprecated?: { from: boolean; to: boolean };
}

/** How a CRD that both releases have differs. @public */
export interface CrdDelta {
  /** `<plural>.<group>` */
  name: string;
  kind: string;
  versionsAdded: string[];
  /** Objects that are stored in one of these can't be read any more. */
  versionsRemoved: string[];
  /** The version that is stored, where it changed. */
  storage?: { from?: string; to?: string };
  /** Versions that differ; one that only one release has is listed whole. */
  versions: CrdVersionDelta[];
  inChart?: { from: boolean; to: boolean };
}

/** @public */
export interface CrdsDelta {
  added: ReleaseCrd[];
  removed: ReleaseCrd[];
  changed: CrdDelta[];
}

/** An action that both policies name, with other resources or conditions. @public */
export interface IamActionChange {
  action: string;
  /** Grants that only the first one has. */
  from: ReleaseIamAction[];
  /** Grants that only the second one has. */
  to: ReleaseIamAction[];
}

/** @public */
export interface IamDelta {
  /** The policy file that is compared. */
  variant: IamVariant;
  /** Did upstream publish that file? What is missing counts as empty. */
  published: { from: boolean; to: boolean };
  /** Of actions that only the second one names. */
  added: ReleaseIamAction[];
  /** Of actions that only the first one names. */
  removed: ReleaseIamAction[];
  changed: IamActionChange[];
}

/** Entries of a table by name: flags, gates, values, webhooks. @public */
export interface TableDelta<T> {
  /**
   * False where one of the two is not known: then nothing is said to be added
   * or removed.
   */
  known: boolean;
  added: Record<string, T>;
  removed: Record<string, T>;
  changed: Record<string, { from: T; to: T }>;
}

/** @public */
export interface RbacDelta {
  channel: ReleaseRbacRule['channel'];
  /** False where upstream did not have the channel at one of the two. */
  known: boolean;
  added: ReleaseRbacRule[];
  removed: ReleaseRbacRule[];
}

/** A note, with the release that brings it. @public */
export interface DeltaNote extends ReleaseNote {
  version: string;
}

/** What a jump from one release to another changes. @public */
export interface ReleaseDelta {
  from: string;
  to: string;
  direction: 'upgrade' | 'downgrade' | 'same';
  /** After the first one, up to the last, in the order of the jump. */
  releases: string[];
  crds: CrdsDelta;
  iam: IamDelta;
  rbac: RbacDelta[];
  flags: TableDelta<{ type: string; default: string }>;
  gates: TableDelta<boolean>;
  chartValues: TableDelta<unknown>;
  webhooks: TableDelta<ReleaseWebhook>;
  /** What leader election writes to, where it changed. */
  lock?: { from: string; to: string };
  clientGo?: { from: string; to: string };
  /** Of every release on the way; those taken back, where it goes back. */
  breakingChanges: DeltaNote[];
  requiredActions: DeltaNote[];
  /** Absent where one of the two is not among the known releases. */
  stops?: UpgradeStops;
}
