import { X509Certificate } from 'node:crypto';

const CERTIFICATE =
  /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;
/** A bundle has one or two; a hundred are somebody's mischief. */
const MOST_CERTIFICATES = 10;

/**
 * When the first certificate of a CA bundle ends (ISO 8601). The bundle is
 * public: it says whom the API server trusts. Undefined where it can't be read.
 */
export function caExpiry(caBundle: string): string | undefined {
  const text = Buffer.from(caBundle, 'base64').toString('latin1');
  const [first] = (text.match(CERTIFICATE) ?? [])
    .slice(0, MOST_CERTIFICATES)
    .flatMap(notAfter)
    .sort();
  return first;
}

function notAfter(certificate: string): string[] {
  try {
    const { validTo } = new X509Certificate(certificate);
    return [new Date(validTo).toISOString()];
  } catch {
    return [];
  }
}
