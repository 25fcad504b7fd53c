import { z } from 'zod';
import { compareReleases } from '../knowledge/compareReleases';
import { parseReleaseVersion, releaseName } from '../knowledge/versions';
import type {
  FeatureKnowledge,
  Knowledge,
  Release,
  ReleaseSummary,
} from '../knowledge/types';
import {
  featureKnowledgeSchema,
  releaseSummarySchema,
} from '../schema/knowledge';
import type { AttributedCorrection } from './corrections';
import { correctRelease, correctSummary } from './corrections/apply';
import { KnowledgeCorrectionError } from './corrections/read';
import features from './data/features.json';
import index from './data/releases.json';
import { LineStore } from './LineStore';

/**
 * What upstream's files say of each release, with what a company corrects.
 * @public
 */
export class DefaultKnowledge implements Knowledge {
  readonly #summaries: ReadonlyMap<string, ReleaseSummary>;
  readonly #corrections: readonly AttributedCorrection[];
  readonly #lines: LineStore;
  readonly #releases = new Map<string, Promise<Release | undefined>>();

  readonly releases: readonly ReleaseSummary[];
  readonly features: readonly FeatureKnowledge[];

  private constructor(options: {
    summaries: ReadonlyMap<string, ReleaseSummary>;
    features: readonly FeatureKnowledge[];
    corrections: readonly AttributedCorrection[];
    lines: LineStore;
  }) {
    this.#summaries = options.summaries;
    this.#corrections = options.corrections;
    this.#lines = options.lines;
    this.features = options.features;
    this.releases = [...options.summaries.values()].sort((a, b) =>
      compareReleases(a.version, b.version),
    );
  }

  /** Reads the index; releases are loaded when they are asked for. */
  static create(
    options: { corrections?: readonly AttributedCorrection[] } = {},
  ): DefaultKnowledge {
    const { corrections = [] } = options;
    const summaries = new Map<string, ReleaseSummary>(
      z
        .array(releaseSummarySchema)
        .parse(index)
        .map(summary => [summary.version, summary]),
    );
    for (const each of corrections) {
      const { version, basedOn } = each.correction;
      const base = basedOn && summaries.get(releaseName(basedOn));
      if (basedOn && !base) {
        throw new KnowledgeCorrectionError(each.by, [
          `${version} is basedOn ${basedOn}, which is not known: name a release that is, or one that stands before it`,
        ]);
      }
      const name = releaseName(version);
      summaries.set(
        name,
        correctSummary(summaries.get(name), base || undefined, each),
      );
    }
    return new DefaultKnowledge({
      summaries,
      features: z.array(featureKnowledgeSchema).parse(features),
      corrections,
      lines: new LineStore(),
    });
  }

  load(version: string): Promise<Release | undefined> {
    if (!parseReleaseVersion(version)) {
      return Promise.resolve(undefined);
    }
    const name = releaseName(version);
    const known = this.#releases.get(name);
    if (known || !this.#summaries.has(name)) {
      return known ?? Promise.resolve(undefined);
    }
    const loaded = this.#load(name, this.#corrections.length);
    this.#releases.set(name, loaded);
    // What failed may be tried again.
    loaded.catch(() => this.#releases.delete(name));
    return loaded;
  }

  /** A release as the first so many corrections leave it. */
  async #load(name: string, corrections: number): Promise<Release | undefined> {
    const summary = this.#summaries.get(name);
    if (!summary) {
      return undefined;
    }
    const body = await this.#lines.load(name);
    let release: Release | undefined = body && { ...summary, ...body };
    for (let i = 0; i < corrections; i += 1) {
      const { correction } = this.#corrections[i];
      if (releaseName(correction.version) === name) {
        const base =
          release ??
          (correction.basedOn === undefined
            ? undefined
            : await this.#load(releaseName(correction.basedOn), i));
        release = correctRelease(base, summary, correction);
      }
    }
    return release;
  }
}
