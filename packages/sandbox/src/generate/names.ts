import { createHash } from 'crypto';

/** The controller's name of a resource of a namespace and a name: `k8s-<ns>-<name>-<hash>`. */
export function resourceName(
  namespace: string,
  name: string,
  ...hashed: string[]
): string {
  const cut = (text: string) => alphanumeric(text).slice(0, 8);
  return `k8s-${cut(namespace)}-${cut(name)}-${hash(hashed)}`;
}

/** The controller's name of a resource of an IngressGroup: `k8s-<group>-<hash>`. */
export function groupResourceName(group: string, ...hashed: string[]): string {
  return `k8s-${alphanumeric(group).slice(0, 17)}-${hash(hashed)}`;
}

/** The name of a cluster's shared backend security group. */
export function backendGroupName(cluster: string): string {
  return `k8s-traffic-${alphanumeric(cluster)}-${hash([cluster])}`;
}

function alphanumeric(text: string): string {
  return text.replace(/[^A-Za-z0-9]/g, '');
}

/** Ten hex digits over everything that makes a resource another one. */
function hash(parts: string[]): string {
  const sha = createHash('sha256');
  parts.forEach(part => sha.update(part));
  return sha.digest('hex').slice(0, 10);
}
