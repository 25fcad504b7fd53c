import { IamDocument } from '@lbc-backstage/plugin-lbc-common';
import { LRUCache } from 'lru-cache';

const MAX_VERSIONS = 200;

type Document = Pick<IamDocument, 'document' | 'problem'>;

/**
 * Texts of policies by version: a version never changes. A policy that was
 * deleted and made again is another one, by its id.
 */
export class PolicyCache {
  readonly #versions = new LRUCache<string, Document>({ max: MAX_VERSIONS });

  get(policyId: string, versionId: string): Document | undefined {
    return this.#versions.get(`${policyId}@${versionId}`);
  }

  set(policyId: string, versionId: string, document: Document): void {
    this.#versions.set(`${policyId}@${versionId}`, document);
  }
}
