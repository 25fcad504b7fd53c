/** How sure a statement is, and so how it may be told. @public */
export type Sureness = 'documented' | 'client-library' | 'inferred';

/** A range of Kubernetes minor versions, such as `1.22` and up. @public */
export interface KubernetesRange {
  /** Lowest minor version, inclusive. */
  min: string;
  /** Highest minor version, inclusive; absent where upstream documents none. */
  max?: string;
  sureness: Sureness;
  /** Upstream path, at a tag. */
  source: string;
}

/** A sentence about a release, in our own words, with where it was read. @public */
export interface ReleaseNote {
  text: string;
  sources: string[];
}

/** A known defect of a release. @public */
export interface KnownIssue {
  /** Upstream's issue, as `#4712`. */
  issue: string;
  text: string;
  /** When it bites; absent where it always does. */
  condition?: string;
  /** The release that no longer has it; absent where none is known. */
  fixedIn?: string;
  sources: string[];
}

/** What leader election writes to: `configmapsleases` is both. @public */
export type LeaderLock = 'configmaps' | 'configmapsleases' | 'leases';

/** What is held of every release, whichever one is looked at. @public */
export interface ReleaseSummary {
  /** As tagged, such as `v2.13.0`. */
  version: string;
  /** ISO 8601 date. */
  date: string;
  /** Versions of the chart that carried it, oldest first. */
  charts: string[];
  kubernetes: KubernetesRange;
  /** What leader election writes to. */
  lock: LeaderLock;
  /** True where the CRDs differ from those of the release before. */
  crdsChanged: boolean;
  /** True where the IAM policy differs from the release before. */
  iamChanged: boolean;
  /** The policy files that differ, for other partitions change at other times. */
  iamChangedVariants: IamVariant[];
  /** Defects that are reason enough to avoid it. */
  knownIssues: KnownIssue[];
  /** Who says so, where configuration added or corrected it. */
  correctedBy?: string;
}

/** A custom resource definition of a release. @public */
export interface ReleaseCrd {
  /** `<plural>.<group>` */
  name: string;
  kind: string;
  scope: 'Cluster' | 'Namespaced';
  versions: Array<{
    name: string;
    served: boolean;
    storage: boolean;
    deprecated: boolean;
    /** Dotted paths, `[]` after a list. */
    fields: string[];
  }>;
  /** Is it in the folder `crds/` of the release's chart? */
  inChart: boolean;
}

/** Name of a policy file of upstream: a partition, or an optional one. @public */
export type IamVariant =
  | 'aws'
  | 'cn'
  | 'us-gov'
  | 'iso'
  | 'isob'
  | 'isoe'
  | 'isof'
  | 'eusc'
  | 'v1_to_v2_additional'
  | 'acm_certs'
  | 'aga';

/** One action of a policy of upstream. @public */
export interface ReleaseIamAction {
  action: string;
  effect: 'Allow' | 'Deny';
  resources: string[];
  /** As in the policy: operator → key → values. */
  condition?: Record<string, Record<string, string | string[]>>;
}

/** One right that a release's role asks for. @public */
export interface ReleaseRbacRule {
  channel: 'manifest' | 'chart';
  kind: 'ClusterRole' | 'Role';
  apiGroup: string;
  resource: string;
  verb: string;
  resourceNames?: string[];
}

/** A webhook of a release. @public */
export interface ReleaseWebhook {
  name: string;
  type: 'Mutating' | 'Validating';
  path: string;
  resources: string[];
  operations: string[];
  failurePolicy: string;
  /** As the chart renders it: may be an expression over its values. */
  chartFailurePolicy?: string;
}

/** CRDs of the Gateway API that a Gateway controller of a release needs. @public */
export interface GatewayApiNeeds {
  /** The release of the Gateway API that it is built for, such as `v1.6.0`. */
  builtFor: string;
  alb: GatewayApiCrdNeed[];
  nlb: GatewayApiCrdNeed[];
  /**
   * Without them: `switched-off` silently at start; `crash` where a gate is on;
   * `gate-only`: nothing, unless somebody switched the gate on, then a crash.
   */
  ifMissing: 'switched-off' | 'crash' | 'gate-only';
}

/** @public */
export interface GatewayApiCrdNeed {
  /** `<plural>.<group>` */
  crd: string;
  version: string;
  /** Where this one differs from the `ifMissing` of the release. */
  ifMissing?: 'switched-off' | 'crash';
}

/** All that is known of one release. @public */
export interface Release extends ReleaseSummary {
  commit: string;
  clientGo: string;
  /** Absent where the release knows no Gateway API. */
  gatewayApi?: GatewayApiNeeds;
  crds: ReleaseCrd[];
  /** By policy file; only those that the release has. */
  iam: Partial<Record<IamVariant, ReleaseIamAction[]>>;
  /** Empty for a channel that upstream did not have at that release. */
  rbac: ReleaseRbacRule[];
  /** By name, without dashes; undefined where flags of that release are not known. */
  flags?: Record<string, { type: string; default: string }>;
  /** Feature gates and their defaults; undefined where not known. */
  gates?: Record<string, boolean>;
  /** By dotted path; undefined where not known. */
  chartValues?: Record<string, unknown>;
  webhooks: ReleaseWebhook[];
  breakingChanges: ReleaseNote[];
  requiredActions: ReleaseNote[];
}

/** One annotation, label or field of a spec, over all releases. @public */
export interface FeatureKnowledge {
  /** Full name, as `alb.ingress.kubernetes.io/scheme`. */
  name: string;
  /** What the names begin with, where people choose the rest, as of `actions.`. */
  prefix?: string;
  kind: 'annotation' | 'label';
  /** Kinds of object that it may stand on. */
  appliesTo: string[];
  introducedIn: string;
  /** The last release that read it; absent where the newest still does. */
  lastIn?: string;
  deprecated?: boolean;
  /** What to use instead. */
  replacement?: string;
  /** Stood in upstream's docs, and no release ever read it. */
  neverRead?: boolean;
  /** Written by the controller itself, not by people. */
  writtenByController?: boolean;
  note?: string;
}

/**
 * What a company knows of a release and upstream's files do not say. What is
 * given replaces what was known: CRDs, policy files, flags, gates, values and
 * webhooks by name, the rest whole; notes and known issues are added.
 * @public
 */
export interface ReleaseCorrection
  extends Partial<
    Omit<Release, 'version' | 'correctedBy' | 'flags' | 'gates'>
  > {
  /** A release that is known, or a new one. */
  version: string;
  /** Where what is not given comes from, for a release that is not known. */
  basedOn?: string;
  /** `null` takes one out. */
  flags?: Record<string, { type: string; default: string } | null>;
  /** `null` takes one out. */
  gates?: Record<string, boolean | null>;
}

/**
 * What the controller's releases are and do. The index is in memory; a whole
 * release is loaded with its line.
 * @public
 */
export interface Knowledge {
  /** Oldest first. */
  readonly releases: readonly ReleaseSummary[];
  readonly features: readonly FeatureKnowledge[];
  /** Undefined for a release that is not known. Accepts with and without `v`. */
  load(version: string): Promise<Release | undefined>;
}
