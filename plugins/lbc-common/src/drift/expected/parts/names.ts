import { sha256 } from '@noble/hashes/sha256';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';

function alphanumeric(text: string, length: number): string {
  return text.replace(/[^a-zA-Z0-9]/g, '').slice(0, length);
}

/** As many names as a large fleet has; each is asked for at every round. */
const REMEMBERED = 50_000;
const digitsByText = new Map<string, string>();

/** The hex digits that end a name: of a sha256 of the parts in their order. */
function digitsOf(parts: ReadonlyArray<string | number | undefined>): string {
  const text = parts.filter(part => part !== undefined).join('');
  let digits = digitsByText.get(text);
  if (digits === undefined) {
    digits = bytesToHex(sha256(utf8ToBytes(text))).slice(0, 10);
    if (digitsByText.size >= REMEMBERED) {
      digitsByText.clear();
    }
    digitsByText.set(text, digits);
  }
  return digits;
}

/** `k8s-<namespace>-<name>-<hash>`, or `k8s-<group>-<hash>` without a namespace. */
export function controllerName(options: {
  namespace?: string;
  name: string;
  hash: ReadonlyArray<string | number | undefined>;
}): string {
  const { namespace, name, hash } = options;
  const digits = digitsOf(hash);
  return namespace === undefined
    ? `k8s-${alphanumeric(name, 17)}-${digits}`
    : `k8s-${alphanumeric(namespace, 8)}-${alphanumeric(name, 8)}-${digits}`;
}
