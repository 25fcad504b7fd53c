import { randomUUID } from 'node:crypto';
import type { Attestation } from '@lbc-backstage/plugin-lbc-common';
import type { Knex } from 'knex';
import type { AttestationStore, StoredAttestation } from './types';

interface Row {
  id: string;
  cluster: string;
  check_code: string;
  target_kind: 'controller' | 'kubernetes';
  target_version: string;
  by: string;
  why: string;
  at: string;
  expires_at: string;
}

/** More are no help to anybody. */
const MOST = 500;

function attestationOf(row: Row): StoredAttestation {
  return {
    id: row.id,
    cluster: row.cluster,
    check: row.check_code,
    target: { kind: row.target_kind, version: row.target_version },
    by: row.by,
    why: row.why,
    at: row.at,
    expiresAt: row.expires_at,
  };
}

/** Attestations in the plugin's database. */
export class DatabaseAttestations implements AttestationStore {
  readonly #db: Knex;

  static create(options: { db: Knex }): DatabaseAttestations {
    return new DatabaseAttestations(options.db);
  }

  private constructor(db: Knex) {
    this.#db = db;
  }

  async list(cluster: string): Promise<StoredAttestation[]> {
    const rows = await this.#db<Row>('attestation')
      .where({ cluster })
      .orderBy('at', 'desc')
      .limit(MOST);
    return rows.map(attestationOf);
  }

  async add(attestation: Attestation): Promise<StoredAttestation> {
    const { cluster, check, target, by, why, at, expiresAt } = attestation;
    const row: Row = {
      id: randomUUID(),
      cluster,
      check_code: check,
      target_kind: target.kind,
      target_version: target.version,
      by,
      why,
      at,
      expires_at: expiresAt,
    };
    await this.#db<Row>('attestation').where('expires_at', '<=', at).delete();
    await this.#db<Row>('attestation').insert(row);
    return attestationOf(row);
  }

  async remove(options: { cluster: string; id: string }): Promise<boolean> {
    const gone = await this.#db<Row>('attestation').where(options).delete();
    return gone > 0;
  }
}
