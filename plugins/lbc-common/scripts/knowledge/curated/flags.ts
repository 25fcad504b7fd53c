import { compareReleases } from '../../../src/knowledge/compareReleases';
import type { Release } from '../../../src/knowledge/types';

// Rows of docs/deploy/configurations.md that an extraction by words leaves out,
// for their type or default is more than one; `npm run knowledge:check`
// compares them with the page of each tag.

const FLAGS = {
  'aws-api-endpoints': {
    since: 'v2.3.0',
    type: 'AWS API Endpoints Config',
    default: '',
  },
  'aws-api-throttle': {
    since: 'v2.1.1',
    type: 'AWS Throttle Config',
    default: '[default value](#default-throttle-config )',
  },
  kubeconfig: {
    since: 'v2.1.1',
    type: 'string',
    default: 'in-cluster config',
  },
};

/** Flags of a release whose type or default is more than one word. */
export function wordyFlags(version: string): NonNullable<Release['flags']> {
  return Object.fromEntries(
    Object.entries(FLAGS)
      .filter(([, { since }]) => compareReleases(version, since) >= 0)
      .map(([name, { since: _, ...flag }]) => [name, flag]),
  );
}
