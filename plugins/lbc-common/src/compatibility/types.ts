import type { Message } from '../messages';
import type { Advice, Command, Evidence } from '../inventory/subject';
import type { Family, Generation } from '../identity/tags';
import type { KubernetesRange } from '../knowledge/types';

/**
 * How one thing stands. `unknown`: an input is missing, and `notSeen` says
 * which; never a guess.
 * @public
 */
export type CompatibilityStatus =
  | 'pass'
  | 'warn'
  | 'fail'
  | 'unknown'
  | 'not-applicable';

/** What a controller is compared with. The order is the page's. @public */
export type CompatibilityAxisName =
  | 'controller'
  | 'kubernetes'
  | 'crds'
  | 'gateway-api'
  | 'iam'
  | 'rbac'
  | 'webhooks'
  | 'objects'
  | 'resources'
  | 'claims';

/** One judged fact. @public */
export interface CompatibilityFinding {
  /** Stable, kebab-case, such as `crd-field-missing`. */
  code: string;
  status: CompatibilityStatus;
  message: Message;
  evidence: Evidence[];
  remedy?: Advice[];
  commands?: Command[];
}

/** Something that could not be seen, and the one line that would let us. @public */
export interface NotSeen {
  message: Message;
  /** The RBAC rule to add, as YAML of one rule. */
  rbacRule?: string;
  /** The IAM action to allow. */
  iamAction?: string;
  /** The configuration to switch on, as a dotted path with value. */
  config?: string;
}

/** @public */
export interface CompatibilityAxis {
  axis: CompatibilityAxisName;
  /** The worst of its findings: fail, unknown, warn, pass. */
  status: CompatibilityStatus;
  /** The verdict of the axis in a sentence. */
  because: Message;
  findings: CompatibilityFinding[];
  notSeen: NotSeen[];
  /** When the oldest input was read (ISO 8601). */
  observedAt?: string;
}

/** A version of the controller, as far as it can be told. @public */
export interface RunningVersion {
  /** `v2.13.0`; absent where nothing says it for sure. */
  version?: string;
  /** What said it. */
  from: 'image-tag' | 'version-label' | 'digest-only' | 'nothing';
  /** The image as the Deployment or Pod says it. */
  image?: string;
  /** Suffix of a rebuilt or forked image, such as `eksbuild.1`. */
  suffix?: string;
  /** How many Pods run it; absent where Pods were not read. */
  pods?: number;
}

/** How a controller gets its rights in AWS. @public */
export interface RunningIdentity {
  kind: 'irsa' | 'pod-identity' | 'node-role' | 'static-keys' | 'unknown';
  roleArn?: string;
  because: Message;
}

/** What really runs: one Deployment of the controller, or Auto Mode. @public */
export interface RunningController {
  cluster: string;
  kind: 'deployment' | 'eks-auto-mode';
  /** Absent for Auto Mode. */
  namespace?: string;
  name?: string;
  /** The release that its image says; absent where it can't be told. */
  version?: string;
  /** All versions that run now: two while it rolls. */
  versions: RunningVersion[];
  /** The chart, as the label says it. */
  chart?: { name: string; version: string; appVersion?: string };
  liveness: 'alive' | 'gone' | 'unknown';
  replicas?: { wanted: number; ready: number; updated?: number };
  /** Is the rollout under way, or stuck? */
  rollout?: 'done' | 'rolling' | 'stuck' | 'unknown';
  strategy?: string;
  podDisruptionBudget?: string;
  /** What leader election writes to. */
  lock?: 'leases' | 'configmaps' | 'configmapsleases' | 'unknown';
  flags: Record<string, string>;
  /** Gates in effect: defaults of the release, changed by its flag. */
  gates?: Record<string, boolean>;
  clusterName?: string;
  region?: string;
  vpcId?: string;
  /** The one namespace that it watches; absent for all. */
  watchNamespace?: string;
  serviceAccount?: string;
  identity?: RunningIdentity;
  observedAt: string;
}

/** One step of the ladder of releases. @public */
export interface LadderRelease {
  version: string;
  date: string;
  kubernetes: KubernetesRange;
  /**
   * Against this cluster's version: `too-old` and `too-new` are said of the
   * cluster, which is below or above the range.
   */
  fits: 'documented' | 'upper-end-untested' | 'too-old' | 'too-new' | 'unknown';
  current: boolean;
  newest: boolean;
  /** The best one to go to next. */
  next: boolean;
  /** Known to be bad: upstream's issues. */
  avoid: string[];
  crdsChanged: boolean;
  iamChanged: boolean;
}

/**
 * How a release takes what an object uses, those that need a look first:
 * `removed`; `not-yet` known; `ignored` on this kind of object; `unrecognised`,
 * maybe a typo.
 * @public
 */
export const FEATURE_STATUSES = [
  'unrecognised',
  'removed',
  'not-yet',
  'ignored',
  'unknown',
  'read',
] as const;

/** @public */
export type FeatureStatus = (typeof FEATURE_STATUSES)[number];

/** An annotation, label or field that an object uses. @public */
export interface FeatureInUse {
  /** Name of the annotation, or `<kind> <field path>`. */
  name: string;
  kind: 'annotation' | 'label' | 'field';
  object: { kind: string; namespace?: string; name: string };
  /** First release that reads it; absent where none is known to. */
  introducedIn?: string;
  lastIn?: string;
  /** Under the release that runs. */
  status: FeatureStatus;
  /** What it may be a typo of. */
  nearest?: string;
  replacement?: string;
  note?: Message;
}

/** A controller against all that it depends on. @public */
export interface ControllerCompatibility {
  controller: RunningController;
  /** The worst of its axes. */
  status: CompatibilityStatus;
  /** The verdict in a sentence. */
  because: Message;
  axes: CompatibilityAxis[];
  ladder: LadderRelease[];
  /** How many releases it is behind the newest known; absent where not known. */
  behind?: {
    /** 0 for the newest. */
    releases: number;
    newest: string;
    /** When the first newer one was released (a date). */
    since: string;
  };
  kubernetes?: {
    /** `1.34`, of `/version`. */
    version: string;
    gitVersion: string;
    /** EKS' support, where EKS was asked. */
    support?: {
      status: 'standard' | 'extended' | 'ended' | 'unknown';
      standardEnds?: string;
      extendedEnds?: string;
    };
  };
  /** Those that need a look first; at most 5,000. */
  features: FeatureInUse[];
  observedAt: string;
}

/** Load balancers of one maker, as AWS has them. @public */
export interface ResourceInUse {
  generation: Generation;
  family?: Family;
  /** For `alb-ingress-v1`: has it the tags by which a later release finds it? */
  stackTags?: boolean;
  count: number;
}

/** `GET …/compatibility` @public */
export interface CompatibilityReport {
  /** Absent for a question about a cluster. */
  entityRef?: string;
  /** One a controller that serves the entity; empty where none is known. */
  controllers: ControllerCompatibility[];
  /** Why `controllers` is empty, or lacks a cluster. */
  notes: Message[];
  /** The newest release that the knowledge knows, and its date. */
  knowledge: { newest: string; date: string; releases: number };
  observedAt?: string;
}
