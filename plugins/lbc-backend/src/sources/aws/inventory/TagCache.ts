import { Tags } from '@lbc-backstage/plugin-lbc-common';
import { LbcClock } from '@lbc-backstage/plugin-lbc-node';

/** A resource whose tags are asked for. */
export interface Taggable {
  arn: string;
  createdAt?: string;
}

const MAX_AGE_MS = 30 * 60 * 1000;

/**
 * Tags that DescribeTags gave for what the tagging API lacks. It lacks what
 * never had a tag, for ever; asking for each of those again at every sweep
 * would cost as much as everything else. As soon as the tagging API knows a
 * resource, its word is taken.
 */
export class TagCache {
  readonly #clock: LbcClock;
  readonly #scopes = new Map<string, Map<string, { tags: Tags; at: number }>>();

  constructor(clock: LbcClock) {
    this.#clock = clock;
  }

  get(scopeId: string, resource: Taggable): Tags | undefined {
    const entry = this.#scopes.get(scopeId)?.get(keyOf(resource));
    return entry && this.#clock.now() - entry.at < MAX_AGE_MS
      ? entry.tags
      : undefined;
  }

  /** Keeps what was described now and, of what was kept, only what is still asked for. */
  replace(
    scopeId: string,
    options: { described: Map<Taggable, Tags>; asked: readonly Taggable[] },
  ): void {
    const before = this.#scopes.get(scopeId);
    const now = this.#clock.now();
    const entries = new Map<string, { tags: Tags; at: number }>();
    for (const resource of options.asked) {
      const tags = options.described.get(resource);
      const entry = tags
        ? { tags, at: now }
        : before?.get(keyOf(resource)) ?? undefined;
      if (entry) {
        entries.set(keyOf(resource), entry);
      }
    }
    this.#scopes.set(scopeId, entries);
  }
}

function keyOf({ arn, createdAt }: Taggable): string {
  return `${arn} ${createdAt ?? ''}`;
}
