export { ago, controller, coverage, inList, owner } from './build';
export { checkout } from './entities';
export { FixtureApi } from './FixtureApi';
export { inService } from './inService';
export { drift, stack } from './stack';
export { responses, detailsFor } from './responses';
export {
  orphaned,
  shared,
  stuckDeleting,
  unattended,
  unknown,
} from './troubled';
export { reports } from './compatibility';
export { baseline, comparisons } from './baselines';
export { readiness } from './readiness';
