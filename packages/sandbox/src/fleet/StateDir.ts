import { randomBytes } from 'crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { join } from 'path';
import { KeyAndCertificate, createCa, isUsable, processCa } from '../tls';

/** The file that says where a running fleet is. */
export const FLEET_FILE = 'fleet.json';

/**
 * The fleet's CA and tokens. With a folder they outlive the process, so that
 * a portal which is configured with them goes on working after a restart.
 */
export class StateDir {
  readonly #dir?: string;

  constructor(dir?: string) {
    this.#dir = dir;
    if (dir) {
      mkdirSync(join(dir, 'tokens'), { recursive: true });
    }
  }

  /** The CA of an earlier run, or a new one; without a folder, the process's own. */
  ca(): KeyAndCertificate {
    if (!this.#dir) {
      return processCa();
    }
    const key = this.#read('ca-key.pem');
    const cert = this.#read('ca.pem');
    if (key && cert && isUsable({ keyPem: key, certPem: cert })) {
      return { keyPem: key, certPem: cert };
    }
    const ca = createCa();
    this.#write('ca-key.pem', ca.keyPem, 0o600);
    this.#write('ca.pem', ca.certPem);
    return ca;
  }

  /** The token of a cluster of an earlier run, or a new one. */
  token(cluster: string): string {
    const file = join('tokens', cluster.replace(/[^\w.-]/g, '_'));
    const known = this.#read(file)?.trim();
    if (known) {
      return known;
    }
    const token = randomBytes(24).toString('base64url');
    this.#write(file, token, 0o600);
    return token;
  }

  /** Says where the fleet is. */
  announce(addresses: Record<string, unknown>): void {
    this.#write(FLEET_FILE, `${JSON.stringify(addresses, null, 2)}\n`);
  }

  /** Takes the announcement back. */
  withdraw(): void {
    if (this.#dir) {
      rmSync(join(this.#dir, FLEET_FILE), { force: true });
    }
  }

  #read(file: string): string | undefined {
    const path = this.#dir && join(this.#dir, file);
    return path && existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  }

  #write(file: string, text: string, mode = 0o644) {
    if (this.#dir) {
      writeFileSync(join(this.#dir, file), text, { mode });
    }
  }
}
