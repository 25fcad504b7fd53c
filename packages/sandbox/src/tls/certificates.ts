import { generateKeyPairSync, randomBytes } from 'crypto';
import forge from 'node-forge';

const DAY = 24 * 60 * 60 * 1000;
const SUBJECT = [{ name: 'commonName', value: 'LBC sandbox CA' }];

/** A certificate with its private key, both as PEM. */
export interface KeyAndCertificate {
  keyPem: string;
  certPem: string;
}

/**
 * Makes a CA of the fleet's own. Certificates are checked by the clients
 * against the machine's clock, so this is the one thing here that uses it.
 */
export function createCa(): KeyAndCertificate {
  const keys = generateKeys();
  const certificate = newCertificate(keys.publicKey);
  certificate.setSubject(SUBJECT);
  certificate.setIssuer(SUBJECT);
  certificate.setExtensions([
    { name: 'basicConstraints', critical: true, cA: true },
    { name: 'keyUsage', critical: true, keyCertSign: true, cRLSign: true },
    { name: 'subjectKeyIdentifier' },
  ]);
  certificate.sign(keys.privateKey, forge.md.sha256.create());
  return {
    keyPem: keys.keyPem,
    certPem: forge.pki.certificateToPem(certificate),
  };
}

/** Makes a server's certificate for loopback, signed by the CA. */
export function createServerCertificate(
  ca: KeyAndCertificate,
): KeyAndCertificate {
  const keys = generateKeys();
  const issuer = forge.pki.certificateFromPem(ca.certPem);
  const certificate = newCertificate(keys.publicKey);
  certificate.setSubject([
    { name: 'commonName', value: 'LBC sandbox kube-apiserver' },
  ]);
  certificate.setIssuer(issuer.subject.attributes);
  certificate.setExtensions([
    { name: 'basicConstraints', critical: true, cA: false },
    {
      name: 'keyUsage',
      critical: true,
      digitalSignature: true,
      keyEncipherment: true,
    },
    { name: 'extKeyUsage', serverAuth: true },
    {
      name: 'subjectAltName',
      altNames: [
        { type: 2, value: 'localhost' },
        { type: 7, ip: '127.0.0.1' },
        { type: 7, ip: '::1' },
      ],
    },
  ]);
  certificate.sign(
    forge.pki.privateKeyFromPem(ca.keyPem),
    forge.md.sha256.create(),
  );
  return {
    keyPem: keys.keyPem,
    certPem: forge.pki.certificateToPem(certificate),
  };
}

let shared: { ca: KeyAndCertificate; server: KeyAndCertificate } | undefined;

/**
 * The CA of this process, for fleets that keep none. Keys take a while to
 * make, and a test suite starts many fleets.
 */
export function processCa(): KeyAndCertificate {
  if (!shared) {
    const ca = createCa();
    shared = { ca, server: createServerCertificate(ca) };
  }
  return shared.ca;
}

/** A server's certificate of a CA; the process's own has one already. */
export function serverCertificate(ca: KeyAndCertificate): KeyAndCertificate {
  return ca === shared?.ca ? shared.server : createServerCertificate(ca);
}

/** Says whether a CA that was written earlier can still be used. */
export function isUsable(ca: KeyAndCertificate): boolean {
  try {
    const certificate = forge.pki.certificateFromPem(ca.certPem);
    forge.pki.privateKeyFromPem(ca.keyPem);
    const { notBefore, notAfter } = certificate.validity;
    const now = Date.now();
    return notBefore.getTime() <= now && notAfter.getTime() > now + 30 * DAY;
  } catch {
    return false;
  }
}

function newCertificate(publicKey: forge.pki.PublicKey): forge.pki.Certificate {
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = publicKey;
  // A leading zero would be dropped and a leading high bit read as a minus.
  certificate.serialNumber = `4c${randomBytes(15).toString('hex')}`;
  certificate.validity.notBefore = new Date(Date.now() - DAY);
  certificate.validity.notAfter = new Date(Date.now() + 365 * DAY);
  return certificate;
}

/** Node makes the keys: the library's own generator takes seconds. */
function generateKeys() {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  const key = forge.pki.privateKeyFromPem(privateKey);
  return {
    keyPem: privateKey,
    privateKey: key,
    publicKey: forge.pki.setRsaPublicKey(key.n, key.e),
  };
}
