import { JsonValue } from '../json';
import { Truth } from './truth';

/**
 * Recorded answers by their path, without `.json`: `api/v1/services`,
 * `elbv2/DescribeLoadBalancers`. A map, or something that makes an answer
 * when it is asked for.
 */
export interface Files {
  get(path: string): JsonValue | undefined;
  has(path: string): boolean;
  keys(): Iterable<string>;
}

/** What one cluster answers at one step. */
export interface ClusterFiles {
  /** The recording's folder, e.g. `kubernetes` or `kubernetes-blue`. */
  folder: string;
  /** Answers by API path, e.g. `apis/networking.k8s.io/v1/ingresses`. */
  files: Files;
}

/** What one AWS account and Region answer at one step. */
export interface AwsScopeFiles {
  accountId: string;
  region: string;
  vpcId: string;
  /** Answers by operation, e.g. `elbv2/DescribeLoadBalancers`. */
  aws: Files;
}

/** One step of a world: everything as it was answered at one time. */
export interface WorldStep extends AwsScopeFiles {
  name: string;
  /** What was done to get here, for people. */
  description?: string;
  recordedAt: string;
  /** Where the folders of a step were recorded one after the other. */
  recordedAtByFolder?: Record<string, string>;
  controllerVersion?: string;
  /** By the cluster's recorded name. */
  clusters: Map<string, ClusterFiles>;
  /** AWS scopes beside the step's own; only generated worlds have any. */
  otherScopes?: AwsScopeFiles[];
}

/** A recording, or a generated fleet: steps that the fleet can stand at. */
export interface World {
  name: string;
  /** One sentence, for people. */
  title?: string;
  steps: WorldStep[];
  /** What is true at each step, as data. */
  truth?: Truth;
  /** The recording's own README, where there is one. */
  readme?: string;
}

/** The step's own scope and those beside it. */
export function scopesOf(step: WorldStep): AwsScopeFiles[] {
  return [step, ...(step.otherScopes ?? [])];
}

/** When a folder of a step was recorded. */
export function recordedAt(step: WorldStep, folder: string): string {
  return step.recordedAtByFolder?.[folder] ?? step.recordedAt;
}

/** The names of a world's clusters, over all steps, in order. */
export function clusterNames(world: World): string[] {
  const names = new Set<string>();
  for (const step of world.steps) {
    for (const name of step.clusters.keys()) {
      names.add(name);
    }
  }
  return [...names].sort();
}
