/**
 * Why something that the controller builds cannot be told from what was read.
 * Such a fact is counted and never compared.
 * @public
 */
export const NOT_MODELLED_REASONS = [
  'subnet-discovery',
  'subnet-names',
  'subnet-addresses',
  'certificate-discovery',
  'certificate-creation',
  'security-group-names',
  'source-ranges-of-subnets',
  'trust-store-names',
  'target-group-names',
  'web-acl-names',
  'secret',
  'gateway-target',
  'existing-load-balancer',
  'vpc',
  'objects-unread',
  'controller-unread',
  'release',
  'object-version',
] as const;

/** @public */
export type NotModelledReason = (typeof NOT_MODELLED_REASONS)[number];

/** A fact whose value is not known here, with why. @public */
export interface NotModelled {
  readonly notModelled: NotModelledReason;
}

/** A value that the controller will build, or why it cannot be told. @public */
export type Fact<T> = T | NotModelled;

/** @public */
export function notModelled(reason: NotModelledReason): NotModelled {
  return { notModelled: reason };
}

/** @public */
export function isNotModelled(value: unknown): value is NotModelled {
  return typeof value === 'object' && value !== null && 'notModelled' in value;
}

/**
 * Another resource of the same stack. Its ARN or ID is AWS' to choose, so that
 * it is named by its kind and the controller's own resource ID.
 * @public
 */
export interface Reference {
  readonly ref:
    | 'load-balancer'
    | 'target-group'
    | 'security-group'
    | 'backend-security-group';
  readonly id: string;
}

/** @public */
export function isReference(value: unknown): value is Reference {
  return typeof value === 'object' && value !== null && 'ref' in value;
}

/** @public */
export function reference(ref: Reference['ref'], id: string): Reference {
  return { ref, id };
}

/** The security group that all load balancers of a cluster share. @public */
export const BACKEND_SECURITY_GROUP: Reference = {
  ref: 'backend-security-group',
  id: 'backend-sg',
};

/** A leaf of a model: its value, or why there is none. @public */
export type Leaf = string | number | boolean | null | NotModelled;

function leafOf(value: unknown): Leaf | undefined {
  if (isNotModelled(value)) {
    return value;
  }
  if (isReference(value)) {
    return `→ ${value.ref} ${value.id}`;
  }
  return value === null ||
    typeof value === 'string' ||
    typeof value === 'number' ||
    typeof value === 'boolean'
    ? value
    : undefined;
}

function walk(value: unknown, path: string, leaves: Map<string, Leaf>) {
  const leaf = leafOf(value);
  if (leaf !== undefined) {
    leaves.set(path, leaf);
  } else if (Array.isArray(value)) {
    value.forEach((item, index) => walk(item, `${path}[${index}]`, leaves));
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      walk(item, path === '' ? key : `${path}.${key}`, leaves);
    }
  }
}

/** Every leaf of a model by its path; what is `undefined` is not there. @public */
export function leavesOf(model: unknown): Map<string, Leaf> {
  const leaves = new Map<string, Leaf>();
  walk(model, '', leaves);
  return leaves;
}
