import { Message } from '@lbc-backstage/plugin-lbc-common';

/**
 * Which resources an API server serves: `<group>/<version>` → plurals. What
 * could not be told apart from "not there" is `uncertain`.
 */
export interface ServedResources {
  /** By group, then version. */
  groups: Map<string, Map<string, ServedVersion>>;
  /** Groups of which it is not known what they serve. */
  uncertainGroups: Set<string>;
}

/** One version of a group. */
export interface ServedVersion {
  plurals: Set<string>;
  /** An aggregated API server did not answer: the plurals may be old or missing. */
  stale: boolean;
}

/** What discovery says of one kind. */
export type KindAvailability =
  | { state: 'served'; version: string }
  | { state: 'absent' }
  /** Served, but in no version that the product reads. */
  | { state: 'unreadable'; reason: Message }
  /** Not known; asking for it in its first version may tell. */
  | { state: 'unknown'; reason: Message };
