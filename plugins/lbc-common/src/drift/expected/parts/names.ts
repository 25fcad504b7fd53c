import { sha256 } from '@noble/hashes/sha256';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';

function alphanumeric(text: string, length: number): string {
  return text.replace(/[^a-zA-Z0-9]/g, '').slice(0, length);
}

/** The hex digits that end a name: a sha256 of the parts in their order. */
export function hashOf(
  parts: ReadonlyArray<string | number | undefined>,
): string {
  return bytesToHex(
    sha256(utf8ToBytes(parts.filter(part => part !== undefined).join(''))),
  );
}

/** `k8s-<namespace>-<name>-<hash>`, or `k8s-<group>-<hash>` without a namespace. */
export function controllerName(options: {
  namespace?: string;
  name: string;
  hash: ReadonlyArray<string | number | undefined>;
}): string {
  const { namespace, name, hash } = options;
  const digits = hashOf(hash).slice(0, 10);
  return namespace === undefined
    ? `k8s-${alphanumeric(name, 17)}-${digits}`
    : `k8s-${alphanumeric(namespace, 8)}-${alphanumeric(name, 8)}-${digits}`;
}
