import { BucketSize } from '../aws';
import { World } from '../worlds';

/** A world in a fleet, and what it is called there. */
export interface FleetWorld {
  world: World;
  /** The world's name in the fleet; by default its own, made unique. */
  name?: string;
  /**
   * The portal's name of its cluster, or names by recorded name. By default
   * the recorded names, made unique. One name for several clusters is put
   * before theirs.
   */
  clusterName?: string | Record<string, string>;
  /** Moves the world to another account: every string of it. */
  accountId?: string;
  /** Moves the world to another Region: every string of it. */
  region?: string;
  /** Where to begin; by default at the first step. */
  step?: string | number;
}

/** Options of `Fleet.start`. */
export interface FleetOptions {
  worlds: FleetWorld[];
  /** Milliseconds since the epoch. All time that the fleet shows comes from it. */
  clock?: () => number;
  /** By default each server takes a free port. */
  ports?: { kubernetes?: number; aws?: number; control?: number };
  host?: '127.0.0.1';
  /** Where the CA, tokens and addresses are written, and found again at the next start. */
  stateDir?: string;
  /** The account whose keys the portal has; by default the first world's. */
  mainAccountId?: string;
  /** The role that can be assumed in each account. */
  roleName?: string;
  /** How long assumed credentials last, in seconds of the fleet's clock. */
  sessionSeconds?: number;
  /** How long a list may be continued before its token expires, in milliseconds. */
  continueTtlMs?: number;
  /** Sizes of token buckets by AWS service; `false`: no throttling at all. */
  throttle?: false | Record<string, BucketSize | undefined>;
}

/** A cluster as clients reach it. */
export interface FleetCluster {
  /** The portal's name. */
  name: string;
  /** The name of the world that it is in. */
  world: string;
  url: string;
  token: string;
  caPem: string;
}

/** AWS as clients reach it. */
export interface FleetAws {
  endpoint: string;
  mainAccountId: string;
  accounts: Array<{ accountId: string; regions: string[]; roleName: string }>;
}
