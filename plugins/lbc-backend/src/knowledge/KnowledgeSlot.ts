import type { Knowledge } from '@lbc-backstage/plugin-lbc-common';
import {
  AttributedCorrection,
  checkCorrection,
  DefaultKnowledge,
} from '@lbc-backstage/plugin-lbc-common/knowledge-data';
import type {
  KnownReleases,
  LbcKnowledgeExtensionPoint,
} from '@lbc-backstage/plugin-lbc-node';
import { readKnowledgeFiles } from './readKnowledgeFiles';

/** What modules know of releases, until the knowledge is made of it. */
export class KnowledgeSlot implements LbcKnowledgeExtensionPoint {
  readonly #corrections: AttributedCorrection[] = [];

  addReleases({ by, releases }: KnownReleases): void {
    this.#corrections.push(
      ...releases.map(release => checkCorrection(release, { by })),
    );
  }

  /** What upstream says, then the modules, then the files of configuration. */
  async create(options: { files: readonly string[] }): Promise<Knowledge> {
    return DefaultKnowledge.create({
      corrections: [
        ...this.#corrections,
        ...(await readKnowledgeFiles(options.files)),
      ],
    });
  }
}
