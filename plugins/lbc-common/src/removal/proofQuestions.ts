import { ProofRow } from '../lifecycle/orphan/rows';
import { MessageCode } from '../messages';

/** What each line of the orphan proof asks, by its name. */
export const PROOF_QUESTIONS: Readonly<Record<ProofRow, MessageCode>> = {
  bound: 'proof-row.bound',
  'single-binding': 'proof-row.single-binding',
  vpc: 'proof-row.vpc',
  'family-complete': 'proof-row.family-complete',
  described: 'proof-row.described',
  'tags-complete': 'proof-row.tags-complete',
  'tracking-tags': 'proof-row.tracking-tags',
  'no-class-missing': 'proof-row.no-class-missing',
  'cluster-older': 'proof-row.cluster-older',
  'target-bindings-read': 'proof-row.target-bindings-read',
  'no-other-target-binding': 'proof-row.no-other-target-binding',
  'not-adopted': 'proof-row.not-adopted',
  'no-mass-loss': 'proof-row.no-mass-loss',
  'targets-known': 'proof-row.targets-known',
  'two-sightings': 'proof-row.two-sightings',
  retired: 'proof-row.retired',
  'no-cluster-bound': 'proof-row.no-cluster-bound',
  'nothing-lives': 'proof-row.nothing-lives',
  'targets-still': 'proof-row.targets-still',
  'same-cluster': 'proof-row.same-cluster',
  'namespaces-listed': 'proof-row.namespaces-listed',
  generation: 'proof-row.generation',
  'status-cleared': 'proof-row.status-cleared',
  'grace-period': 'proof-row.two-sightings',
  'two-scope-sweeps': 'proof-row.two-sightings',
  'kubernetes-newer': 'proof-row.two-sightings',
  'retired-place': 'proof-row.retired',
};
