import { FleetWorld } from './fleet';
import { loadBundledWorld } from './worlds';

/**
 * The fleet that runs where nothing else is asked for: three clusters in two
 * accounts and two Regions, each world at its first step.
 */
export function demoFleet(): FleetWorld[] {
  return [
    {
      world: loadBundledWorld('ingress-alb'),
      clusterName: 'prod-1',
      accountId: '123456789012',
    },
    {
      world: loadBundledWorld('service-nlb'),
      clusterName: 'edge-1',
      accountId: '210987654321',
    },
    {
      world: loadBundledWorld('ingress-group'),
      clusterName: 'shared-1',
      accountId: '123456789012',
      region: 'eu-central-1',
    },
  ];
}
