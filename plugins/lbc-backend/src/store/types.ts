import {
  ClusterBinding,
  ClusterSnapshot,
  CoverageItem,
  IamReadings,
  DetailStatus,
  MatchingFacts,
  LifecycleState,
  Message,
  OwnerReport,
  RemovalFacts,
  ScopeSnapshot,
  SubjectDetail,
  SubjectMember,
  SubjectSummary,
  TimelineItem,
  Transition,
  Via,
} from '@lbc-backstage/plugin-lbc-common';
import type { Controller } from '@lbc-backstage/plugin-lbc-common';
import type { PermissionCriteria } from '@backstage/plugin-permission-common';

/** Columns of a subject that permission conditions and lists filter by. */
export interface SubjectFilter {
  key: 'cluster' | 'accountId' | 'region' | 'namespace' | 'derivedOwner';
  values: string[];
}

/**
 * A condition tree over {@link SubjectFilter}, as `createConditionTransformer`
 * makes it. A filter without values matches nothing.
 */
export type SubjectCriteria = PermissionCriteria<SubjectFilter>;

/** A page of rows in a stable order; `cursor` is opaque. */
export interface Page<T> {
  items: T[];
  total: number;
  nextCursor?: string;
}

/** What is stored of a subject beside its summary; the read side adds the rest. */
export type StoredDetail = Omit<
  SubjectDetail,
  keyof SubjectSummary | 'controllers' | 'transitions' | 'coverage'
> & {
  /** What only removal needs; the page of a subject does not get it. */
  removal?: RemovalFacts;
  /** Every owner, where there are several: a summary may have cut them. */
  allOwners?: SubjectSummary['owners'];
  /** What each of several owners brings. */
  members?: readonly SubjectMember[];
};

/** What correlate alone wrote of a subject. */
export type JudgedDetail = Omit<
  StoredDetail,
  'firstSeenAt' | 'lastSeenAt' | 'endedAt' | 'targetBindings' | 'detail'
>;

/** Attributes of a load balancer as a detail job read them last. */
export interface LiveAttributes {
  observedAt: string;
  loadBalancerAttributes?: Readonly<Record<string, string>>;
}

/** Facts that entities are matched by, for one subject. */
export interface SubjectFacts {
  subjectId: string;
  facts: MatchingFacts;
}

/** One row of `entity_subject`. */
export interface EntityMatch {
  subjectId: string;
  via: Via;
  /**
   * The match rests on the entity's own claim alone (an annotation): reading
   * needs permission on the subject itself.
   */
  claimOnly: boolean;
  /** The entity's own routes through a subject it does not own. */
  ownRoutes?: string[];
  /** Owners and Services of the subject that are the entity's, as `Ingress/shop/web`. */
  objects?: string[];
}

/** Which of a subject's objects an entity has by more than a claim, and who owns the entity. */
export interface ObjectsOfTeam {
  team?: string;
  objects: readonly string[];
}

/** The read side: what routes ask. All of it is database reads; nothing calls upstream. */
export interface ReadStore {
  /** Subjects of entities by their materialised matches, most urgent state first. */
  listSubjects(options: {
    entityRefs: readonly string[];
    states?: readonly LifecycleState[];
    /** What the caller may read; absent: everything. */
    criteria?: SubjectCriteria;
    limit: number;
    cursor?: string;
  }): Promise<
    Page<{ summary: SubjectSummary; match: EntityMatch; entityRef: string }> & {
      /** Subjects that match by more than a mere claim and that `criteria` hides. */
      hidden: number;
      /** Whether `criteria` also hides subjects that match by a claim alone. */
      hiddenClaims: boolean;
    }
  >;
  getSubject(
    id: string,
    options?: {
      criteria?: SubjectCriteria;
      /** Nobody looks at it: it is read for a list. */
      unnoticed?: boolean;
    },
  ): Promise<{ summary: SubjectSummary; detail: StoredDetail } | undefined>;
  /**
   * Subjects of a cluster that are there, most urgent first, with their details:
   * all of them, or those with an owner in a namespace.
   */
  listClusterSubjects(options: {
    cluster: string;
    namespace?: string;
    /** What the caller may read; absent: everything. */
    criteria?: SubjectCriteria;
    limit: number;
  }): Promise<{
    items: Array<{ summary: SubjectSummary; detail: StoredDetail }>;
    total: number;
  }>;
  /**
   * Subjects of a cluster that are there, most urgent first, as they were
   * judged: without what was read live of each, and without target bindings.
   */
  listJudgedSubjects(options: { cluster: string; limit: number }): Promise<{
    items: Array<{ summary: SubjectSummary; detail: JudgedDetail }>;
    total: number;
  }>;
  /** Target bindings of a cluster that no stack made: written by hand. */
  listLooseTargetBindings(cluster: string): Promise<
    Array<{
      cluster: string;
      namespace: string;
      name: string;
      targetGroupArn?: string;
    }>
  >;
  /** What detail jobs read of load balancers' attributes, by subject id. */
  getLiveAttributes(
    subjectIds: readonly string[],
  ): Promise<Record<string, LiveAttributes>>;
  /**
   * Derived owners of subjects, by subject id: owners of the entities that match
   * by more than a claim. For permission rules that judge a loaded subject.
   */
  getDerivedOwners(
    subjectIds: readonly string[],
  ): Promise<Record<string, string[]>>;
  /** Whose a subject's owners and Services are, by subject id. */
  listObjectsOfTeams(
    subjectIds: readonly string[],
  ): Promise<Record<string, ObjectsOfTeam[]>>;
  listTransitions(options: {
    subjectId: string;
    limit: number;
    cursor?: string;
  }): Promise<Page<Transition>>;
  /** Transitions, Events of owners, and times in which nobody looked; newest first. */
  listTimeline(options: {
    subjectId: string;
    limit: number;
    cursor?: string;
    now: string;
  }): Promise<{ items: TimelineItem[]; nextCursor?: string }>;
  /** What was reported of a subject's owners, and since when nothing was missed. */
  listReports(subjectId: string): Promise<{
    reports: Array<{
      kind: string;
      namespace: string;
      name: string;
      uid?: string;
      report: OwnerReport;
    }>;
    /** Absent where Events are not read completely. */
    watchedFrom?: string;
  }>;
  listControllers(options: {
    clusters?: readonly string[];
    limit: number;
    cursor?: string;
  }): Promise<Page<Controller>>;
  /** Coverage of every kind of every target, or of some targets. */
  listCoverage(options?: {
    targets?: readonly string[];
    /** Leaves out what is complete or absent. */
    incompleteOnly?: boolean;
  }): Promise<CoverageItem[]>;
  /** Clusters and scopes that are swept, with the age of their last good sweep. */
  listTargets(): Promise<
    Array<{
      /** `cluster:<name>` or `scope:<account>/<region>`. */
      id: string;
      observedAt?: string;
      /** Set where the target cannot be swept, or its last sweep failed as a whole. */
      problem?: CoverageItem['reason'];
    }>
  >;
  queue(): Promise<{ due: number; running: number }>;
  historySince(): Promise<string | undefined>;

  /** Grows whenever any subject's matching facts changed, came or went. */
  factsVersion(): Promise<number>;
  /** All subjects' facts; used to match one entity. */
  listFacts(): Promise<SubjectFacts[]>;
  /** For which etag and facts version an entity was matched last. */
  getEntityMatchState(
    entityRef: string,
  ): Promise<{ etag: string; factsVersion: number } | undefined>;
  /** Replaces an entity's matches, whole. */
  putEntityMatches(options: {
    entityRef: string;
    etag: string;
    factsVersion: number;
    matches: readonly EntityMatch[];
    /** `spec.owner` as a full entity ref: the derived owner of matches that are no mere claim. */
    owner?: string;
  }): Promise<void>;
  /** Every entity that was ever put, for the catalog job: which are stale, which are gone. */
  listEntityMatchStates(): Promise<
    Array<{ entityRef: string; etag: string; factsVersion: number }>
  >;
  /** Forgets entities that the catalog no longer has. */
  removeEntities(entityRefs: readonly string[]): Promise<void>;
}

/** Moves jobs forward; the write side of a refresh. */
export interface JobControl {
  /** Makes the sweeps of targets due now, ahead of others. */
  expedite(targets: readonly string[]): Promise<void>;
  /** Where the sweeps of targets stand. `since`: counts only sweeps that began after it. */
  sweepStatus(
    targets: readonly string[],
    since: string,
  ): Promise<
    Array<{
      target: string;
      state: 'queued' | 'running' | 'done' | 'failed';
      kindsDone?: number;
      kindsTotal?: number;
    }>
  >;
  /**
   * Books a refresh for an entity if none was within the minute, in one
   * statement, so that two replicas can't both.
   */
  bookRefresh(options: {
    entityRef: string;
    targets: readonly string[];
    at: string;
    minIntervalSeconds: number;
  }): Promise<{ booked: boolean; requestedAt: string; targets: string[] }>;
  getRefresh(
    entityRef: string,
  ): Promise<{ requestedAt: string; targets: string[] } | undefined>;
  /**
   * Books a reading of a subject's stack if none was within the interval, and
   * queues it, in one transaction.
   */
  bookDetail(options: {
    subjectId: string;
    at: string;
    minIntervalSeconds: number;
  }): Promise<{ booked: boolean }>;
  /** Where the reading of a subject's stack stands. */
  detailStatus(subjectId: string): Promise<Omit<DetailStatus, 'nextAllowedAt'>>;
}

/** Snapshots as sweeps left them, for what is judged when somebody asks. */
export interface SnapshotReader {
  /** What a cluster's snapshot is told apart by; undefined where none is swept. */
  clusterIdentity(cluster: string): Promise<string | undefined>;
  /**
   * All kinds but Events, ReplicaSets and ConfigMaps, and what was read of IAM
   * and EKS in every scope.
   */
  readCluster(cluster: string): Promise<
    | {
        identity: string;
        snapshot: ClusterSnapshot;
        iam: IamReadings;
      }
    | undefined
  >;
}

/** Scopes as sweeps left them. */
export interface ScopeReader {
  /** What all scopes have, without health, and what was proven of a cluster's name there. */
  readScopes(
    cluster: string,
  ): Promise<{ scopes: ScopeSnapshot[]; bindings: ClusterBinding[] }>;
}

/** What discovery and correlate found that is no target and no subject. */
export interface DiscoveryFacts {
  /** What is wrong with configuration or with discovery as a whole. */
  listProblems(): Promise<Message[]>;
  /** Scopes that target bindings of clusters name and configuration does not: never called. */
  listSuggestedScopes(): Promise<
    Array<{ accountId: string; region: string; seenIn: string[] }>
  >;
  /** Values of the cluster tag that no cluster here is bound to. */
  listUnknownClusterTags(): Promise<
    Array<{
      clusterTag: string;
      accountId: string;
      region: string;
      loadBalancers: number;
    }>
  >;
}
