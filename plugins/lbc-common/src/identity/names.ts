import { sha256 } from '@noble/hashes/sha256';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';

/**
 * Names the controller gives. All default names end in ten hex digits of a
 * sha256; those of Service and Gateway load balancers contain the owner's UID,
 * which is the only UID evidence on the AWS side (facts/tags-and-identity.md §2;
 * `pkg/{ingress,service,gateway/model}/model_build_load*balancer.go` at v3.5.0).
 */
function hash10(...parts: string[]): string {
  return bytesToHex(sha256(utf8ToBytes(parts.join('')))).slice(0, 10);
}

function alphanumeric(text: string, length: number): string {
  return text.replace(/[^a-zA-Z0-9]/g, '').slice(0, length);
}

function named(namespace: string, name: string, hash: string): string {
  return `k8s-${alphanumeric(namespace, 8)}-${alphanumeric(name, 8)}-${hash}`;
}

/** An IngressGroup: `name` alone is explicit, with a namespace implicit. @public */
export interface IngressGroupId {
  namespace?: string;
  name: string;
}

/** The default name of an Ingress load balancer. @public */
export function ingressLoadBalancerName(options: {
  clusterTag: string;
  group: IngressGroupId;
  scheme: string;
}): string {
  const { clusterTag, group, scheme } = options;
  const id =
    group.namespace === undefined
      ? group.name
      : `${group.namespace}/${group.name}`;
  const hash = hash10(clusterTag, id, scheme);
  return group.namespace === undefined
    ? `k8s-${alphanumeric(group.name, 17)}-${hash}`
    : named(group.namespace, group.name, hash);
}

/** The default name of a Service or Gateway load balancer. @public */
export function uidLoadBalancerName(options: {
  clusterTag: string;
  namespace: string;
  name: string;
  uid: string;
  scheme: string;
}): string {
  const { clusterTag, namespace, name, uid, scheme } = options;
  return named(namespace, name, hash10(clusterTag, uid, scheme));
}

const CONTROLLER_NAME =
  /^k8s-(?:[a-zA-Z0-9]{0,8}-[a-zA-Z0-9]{0,8}|[a-zA-Z0-9]{0,17})-[0-9a-f]{10}$/;
// A frontend NLB: the first 28 characters of its ALB's name and `-nlb`.
const FRONTEND_NLB = /^k8s-[a-zA-Z0-9-]{0,24}-nlb$/;

/**
 * Whether a load balancer's or target group's name has the form of the
 * controller's default names. A name given by annotation does not.
 * @public
 */
export function isControllerName(name: string): boolean {
  return CONTROLLER_NAME.test(name) || FRONTEND_NLB.test(name);
}

/** As many ids as a large fleet has; each is asked for at every round. */
const REMEMBERED_IDS = 50_000;
const idsByText = new Map<string, string>();

/** A short opaque id, stable for the same parts. @public */
export function opaqueId(...parts: string[]): string {
  const text = parts.join('\u0000');
  let id = idsByText.get(text);
  if (id === undefined) {
    id = bytesToHex(sha256(utf8ToBytes(text))).slice(0, 24);
    if (idsByText.size >= REMEMBERED_IDS) {
      idsByText.clear();
    }
    idsByText.set(text, id);
  }
  return id;
}
