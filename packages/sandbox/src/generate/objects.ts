import { JsonObject } from '../json';
import { Ids } from './random';
import { seconds } from './time';

/** What the makers of objects work with. */
export interface MakeContext {
  ids: Ids;
  /** Whether the second step is made: the one Ingress has changed. */
  changed: boolean;
  /** When the step is "recorded", in milliseconds. */
  at: number;
}

/** What distinguishes the metadata of one object from another's. */
export interface MetadataOptions {
  name: string;
  namespace?: string;
  uid: string;
  createdAt: number;
  deletedAt?: number;
  generation?: number;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  finalizers?: string[];
  ownerReferences?: JsonObject[];
  managedFields?: JsonObject[];
  generateName?: string;
}

/** An object's metadata, in the order in which an API server writes it. */
export function metadata(ids: Ids, options: MetadataOptions): JsonObject {
  const { name, namespace, uid, createdAt, deletedAt } = options;
  return {
    name,
    ...(options.generateName && { generateName: options.generateName }),
    ...(namespace && { namespace }),
    uid,
    resourceVersion: resourceVersion(ids, uid, options.generation),
    ...(options.generation && { generation: options.generation }),
    creationTimestamp: seconds(createdAt),
    ...(deletedAt !== undefined && {
      deletionTimestamp: seconds(deletedAt),
      deletionGracePeriodSeconds: 0,
    }),
    ...(options.labels && { labels: options.labels }),
    ...(options.annotations && { annotations: options.annotations }),
    ...(options.ownerReferences && {
      ownerReferences: options.ownerReferences,
    }),
    ...(options.finalizers && { finalizers: options.finalizers }),
    ...(options.managedFields && { managedFields: options.managedFields }),
  };
}

/** The version of an object; it grows with the generation. */
export function resourceVersion(ids: Ids, uid: string, generation = 1): string {
  return String(1000 + ids.number(800_000, uid) + generation * 10);
}

/** Who last wrote an object, and when. */
export function managed(
  manager: string,
  apiVersion: string,
  at: number,
  subresource?: string,
): JsonObject {
  return {
    manager,
    operation: manager === 'deploy' ? 'Apply' : 'Update',
    apiVersion,
    time: seconds(at),
    ...(subresource && { subresource }),
  };
}

/** What an owner that a controller serves has been written by. */
export function servedFields(
  apiVersion: string,
  createdAt: number,
  appliedAt = createdAt,
): JsonObject[] {
  return [
    managed('deploy', apiVersion, appliedAt),
    managed('controller', apiVersion, createdAt + 1000),
    managed('controller', apiVersion, createdAt + 4000, 'status'),
  ];
}

/** A reference to the object that made another. */
export function ownerReference(
  apiVersion: string,
  kind: string,
  { name, uid }: { name: string; uid: string },
): JsonObject {
  return {
    apiVersion,
    kind,
    name,
    uid,
    controller: true,
    blockOwnerDeletion: true,
  };
}

/** A condition of a Gateway or of a part of it. */
export function condition(
  type: string,
  at: number,
  message = '',
  status = 'True',
): JsonObject {
  return {
    lastTransitionTime: seconds(at),
    message,
    observedGeneration: 1,
    reason: type === 'Conflicted' ? 'NoConflicts' : type,
    status,
    type,
  };
}
