import type { Size } from 'lbc-sandbox';

/** How much is measured. */
export interface BenchSize {
  /** The generated fleet. */
  fleet: Size;
  /** The fleet whose controllers are assessed. */
  assessed: Size;
  loadBalancers: number;
  targetGroups: number;
  clusters: number;
  /** Components in the catalog. */
  components: number;
  /** Requests of each kind that are timed. */
  requests: number;
  /** Rounds of what is timed against something else. */
  rounds: number;
  /** Pages of the short and of the long list, and runs of each. */
  pages: [number, number];
  pageSize: number;
  runs: number;
}

/** What the goals are about. */
export const FULL_SIZE: BenchSize = {
  fleet: 'scope',
  assessed: 'XL',
  loadBalancers: 1_000,
  targetGroups: 5_000,
  clusters: 10,
  components: 1_000,
  requests: 300,
  rounds: 11,
  pages: [4, 40],
  pageSize: 500,
  runs: 3,
};

/** Enough to see that the bench itself works. */
export const SMOKE_SIZE: BenchSize = {
  fleet: 'S',
  assessed: 'S',
  loadBalancers: 10,
  targetGroups: 30,
  clusters: 1,
  components: 10,
  requests: 10,
  rounds: 3,
  pages: [1, 2],
  pageSize: 500,
  runs: 1,
};
