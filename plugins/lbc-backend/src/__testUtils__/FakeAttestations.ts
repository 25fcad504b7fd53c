import type { Attestation } from '@lbc-backstage/plugin-lbc-common';
import type { AttestationStore, StoredAttestation } from '../readiness';

/** Attestations in memory. */
export class FakeAttestations implements AttestationStore {
  #items: StoredAttestation[] = [];

  async list(cluster: string) {
    return this.#items.filter(each => each.cluster === cluster);
  }

  async add(attestation: Attestation) {
    const kept = { ...attestation, id: `attestation-${this.#items.length}` };
    this.#items.unshift(kept);
    return kept;
  }

  async remove(options: { cluster: string; id: string }) {
    const before = this.#items.length;
    this.#items = this.#items.filter(
      ({ cluster, id }) => cluster !== options.cluster || id !== options.id,
    );
    return this.#items.length < before;
  }
}
