import { IamDocument } from '@lbc-backstage/plugin-lbc-common';
import { LRUCache } from 'lru-cache';

const MAX_VERSIONS = 200;

type Document = Pick<IamDocument, 'document' | 'problem'>;

/** Texts of policies by version: a version of a policy never changes. */
export class PolicyCache {
  readonly #versions = new LRUCache<string, Document>({ max: MAX_VERSIONS });

  get(arn: string, versionId: string): Document | undefined {
    return this.#versions.get(`${arn}@${versionId}`);
  }

  set(arn: string, versionId: string, document: Document): void {
    this.#versions.set(`${arn}@${versionId}`, document);
  }
}
