import type { Attestation } from '@lbc-backstage/plugin-lbc-common';

/** A stored attestation. */
export interface StoredAttestation extends Attestation {
  id: string;
}

/** Where attestations are kept. */
export interface AttestationStore {
  /** Of a cluster, newest first; expired ones are forgotten with the next write. */
  list(cluster: string): Promise<StoredAttestation[]>;
  add(attestation: Attestation): Promise<StoredAttestation>;
  /** Whether there was one. */
  remove(options: { cluster: string; id: string }): Promise<boolean>;
}
