import { createExtensionPoint } from '@backstage/backend-plugin-api';
import {
  AwsEksCluster,
  AwsIamRole,
  AwsKindName,
  AwsLoadBalancer,
  AwsResourceTags,
  ManagedSecurityGroup,
  AwsTargetGroup,
  KindSnapshot,
  KubernetesKindName,
  KubernetesObjects,
  Message,
  StackDetail,
  StackService,
  StackWorkloads,
  TargetGroupHealth,
  TargetIdentities,
} from '@lbc-backstage/plugin-lbc-common';

/** A cluster as the portal knows it. @public */
export interface ClusterInfo {
  /** The portal's name. */
  name: string;
  title?: string;
  authProvider: string;
  /** Why it can never be swept unattended, such as a client-side auth provider. */
  unreadable?: Message;
}

/**
 * Items of one kind, to be gone through. A list may be long and is not always
 * an array: whoever needs it at once copies it.
 * @public
 */
export interface ItemList<T> extends Iterable<T> {
  readonly length: number;
}

/**
 * What a sweep read of one kind. Readings come one at a time, so that no more
 * than one kind's items are in memory. Errors are data: a reading never throws.
 * @public
 */
export interface KindReading<K extends string, T>
  extends Omit<KindSnapshot<T>, 'sweptAt'> {
  kind: K;
  /**
   * Actions that were refused meanwhile, such as `tag:GetResources`; also where
   * another call stood in for them and it is complete nevertheless.
   */
  refused?: readonly string[];
}

/** A {@link KindReading} whose items may be too many for an array. @public */
export interface ListReading<K extends string, T>
  extends Omit<KindReading<K, T>, 'items'> {
  items: ItemList<T>;
}

/** @public */
export type KubernetesReading =
  | {
      [K in KubernetesKindName]: ListReading<K, KubernetesObjects[K]>;
    }[KubernetesKindName]
  | ListReading<'version', { gitVersion: string }>;

/** @public */
export type AwsReading =
  | KindReading<'loadBalancers', AwsLoadBalancer>
  | KindReading<'targetGroups', AwsTargetGroup>
  | KindReading<'tags', AwsResourceTags>
  | KindReading<'securityGroups', ManagedSecurityGroup>
  | KindReading<'eksClusters', AwsEksCluster>
  | KindReading<'iamRoles', AwsIamRole>;

/** How far a sweep has come. @public */
export interface SweepProgress {
  kindsDone: number;
  kindsTotal: number;
  /** The kind that is being read now. */
  current?: KubernetesKindName | AwsKindName | 'version';
}

/** How far the reading of one stack has come; the total grows as parts are found. @public */
export interface DetailProgress {
  partsDone: number;
  partsTotal: number;
}

/** @public */
export interface SweepOptions {
  signal: AbortSignal;
  onProgress?: (progress: SweepProgress) => void;
}

/** Reads clusters. The default goes through the kubernetes plugin's proxy. @public */
export interface KubernetesSource {
  /** All clusters the portal knows; throws if even that can't be read. */
  listClusters(options: { signal: AbortSignal }): Promise<ClusterInfo[]>;
  /**
   * Reads one cluster, whole, kind by kind. Aborts by throwing; throws at the
   * end, too, where the name led to another cluster meanwhile.
   */
  sweep(
    options: SweepOptions & { cluster: string },
  ): AsyncIterable<KubernetesReading>;
  /**
   * Looks for Pods and Nodes behind targets; finds at most, proves no absence.
   * Names the cluster that it asked (`clusterUid`): without it nothing counts.
   */
  findTargets(options: {
    cluster: string;
    targetIds: readonly string[];
    signal: AbortSignal;
  }): Promise<TargetIdentities>;
  /**
   * Reads the EndpointSlices, Pods and Nodes behind one stack. What can't be
   * read is in `notRead`; only an abort throws.
   */
  readWorkloads(options: {
    cluster: string;
    services: readonly StackService[];
    /** Targets that AWS names: Nodes among them are looked for. */
    targetIds: readonly string[];
    signal: AbortSignal;
  }): Promise<StackWorkloads>;
}

/** One AWS account and Region that is swept. @public */
export interface AwsScope {
  /** `account/region`. */
  id: string;
  accountId: string;
  region: string;
}

/**
 * Waits for its turn before a call: a token bucket a scope, shared by all
 * replicas, because the account's own bucket is shared with live controllers.
 * @public
 */
export interface ApiBudget {
  take(options: {
    scopeId: string;
    /** AWS' service id, such as `elbv2` or `tagging`: each has a bucket. */
    service: string;
    signal: AbortSignal;
  }): Promise<void>;
}

/** A service account that a controller runs as, in a cluster of EKS. @public */
export interface EksServiceAccount {
  clusterArn: string;
  namespace: string;
  serviceAccount: string;
}

/** A role that a controller has or had, by what the clusters say. @public */
export type IamRoleInUse = Pick<
  AwsIamRole,
  'arn' | 'usedBy' | 'unusedSince' | 'lastUsedBy'
>;

/** Reads AWS scopes. @public */
export interface AwsSource {
  /**
   * The scopes to sweep, from configuration alone, and what is wrong with the
   * rest of it. Never throws: a main account that can't be told is a problem.
   */
  listScopes(options: { signal: AbortSignal }): Promise<{
    scopes: AwsScope[];
    problems: Message[];
  }>;
  /** Reads one scope's inventory. Aborts by throwing. */
  sweep(
    options: SweepOptions & {
      scope: AwsScope;
      budget: ApiBudget;
      /** Clusters that were proven to be in EKS: each is asked for by name. */
      eksClusterArns?: readonly string[];
      /** Controllers in clusters of EKS, whose Pod Identities are asked for. */
      podIdentitiesOf?: readonly EksServiceAccount[];
      /** Roles of controllers in any account; only those of this one are read. */
      iamRoles?: readonly IamRoleInUse[];
    },
  ): AsyncIterable<AwsReading>;
  /** Reads the health of target groups, one after the other, in this order. */
  readHealth(options: {
    scope: AwsScope;
    targetGroupArns: readonly string[];
    budget: ApiBudget;
    signal: AbortSignal;
  }): AsyncIterable<
    | { health: TargetGroupHealth }
    | { targetGroupArn: string; gone: true }
    | { targetGroupArn: string; failed: Message }
  >;
  /**
   * Reads listeners, rules, target groups, attributes, health and tags of one
   * load balancer. What can't be read is in `notRead`; only an abort throws.
   */
  readStack(options: {
    scope: AwsScope;
    loadBalancerArn: string;
    /** Of the load balancer; read where EC2 is switched on. */
    securityGroupIds?: readonly string[];
    budget: ApiBudget;
    signal: AbortSignal;
    onProgress?: (progress: DetailProgress) => void;
  }): Promise<StackDetail>;
}

/** Either a source, or a function that may wrap the default one. @public */
export type SourceOrFactory<T> = T | ((options: { getDefault: () => T }) => T);

/** Replaces or wraps the sources; each can be set once. @public */
export interface LbcSourcesExtensionPoint {
  setKubernetesSource(source: SourceOrFactory<KubernetesSource>): void;
  setAwsSource(source: SourceOrFactory<AwsSource>): void;
}

/** @public */
export const lbcSourcesExtensionPoint =
  createExtensionPoint<LbcSourcesExtensionPoint>({ id: 'lbc.sources' });
