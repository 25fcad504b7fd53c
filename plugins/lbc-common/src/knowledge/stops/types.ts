import type { Message } from '../../messages';
import type { KnownIssue, Sureness } from '../types';

/** A release to run before going on. @public */
export interface UpgradeStop {
  version: string;
  because: Message[];
  /** How sure it is that the stop is needed. */
  sureness: Sureness;
}

/** Which releases a jump must stop at. @public */
export interface UpgradeStops {
  /** In the order of the jump; empty where it may be made at once. */
  stops: UpgradeStop[];
  /** Why a stop is needed that no release offers. */
  blocked: Message[];
  target: {
    version: string;
    /** Reasons not to go there. */
    knownIssues: KnownIssue[];
    /** The next newer release that has none, where this one has. */
    instead?: string;
  };
}
