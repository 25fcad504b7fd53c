/**
 * The rows of DESIGN §5, by name: what must be true before a load balancer is
 * called orphaned. Most are conditions of the proof; some stand where a cluster
 * comes to a load balancer, or where a sighting is counted.
 *
 * A row can be left out to see whether anything would notice: the check of the
 * checks (docs/verification.md). Nothing but `__testUtils__` does so; neither
 * configuration nor the API can.
 */
export const PROOF_ROWS = [
  'bound',
  'single-binding',
  'vpc',
  'same-cluster',
  'one-cluster',
  'family-complete',
  'namespaces-listed',
  'described',
  'tags-complete',
  'tracking-tags',
  'generation',
  'no-class-missing',
  'status-cleared',
  'cluster-older',
  'target-bindings-read',
  'no-other-target-binding',
  'not-adopted',
  'no-mass-loss',
  'targets-known',
  'targets-here',
  'two-sightings',
  'grace-period',
  'two-scope-sweeps',
  'kubernetes-newer',
  'retired',
  'retired-place',
  'made-before',
  'no-cluster-bound',
  'nothing-lives',
  'targets-still',
] as const;

/** A row of DESIGN §5. */
export type ProofRow = (typeof PROOF_ROWS)[number];

/** Rows that are left out. */
export type WithoutRows = ReadonlySet<ProofRow>;

/** As the product runs, always. */
export const ALL_ROWS_HOLD: WithoutRows = new Set<ProofRow>();
