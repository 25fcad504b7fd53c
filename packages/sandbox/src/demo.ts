import { FleetWorld } from './fleet';
import { withRoles } from './roles';
import { loadBundledWorld } from './worlds';

/** What the role of `edge-1` lacks: it was made for a release before 2.10.0. */
const LACKING = ['ec2:GetSecurityGroupsForVpc'];

/**
 * The fleet that runs where nothing else is asked for: three clusters in two
 * accounts and two Regions, each world at its first step.
 */
export function demoFleet(): FleetWorld[] {
  return [
    {
      world: withRoles(loadBundledWorld('ingress-alb')),
      clusterName: 'prod-1',
      accountId: '123456789012',
    },
    {
      world: withRoles(loadBundledWorld('service-nlb'), { without: LACKING }),
      clusterName: 'edge-1',
      accountId: '210987654321',
    },
    {
      world: withRoles(loadBundledWorld('ingress-group')),
      clusterName: 'shared-1',
      accountId: '123456789012',
      region: 'eu-central-1',
    },
  ];
}
