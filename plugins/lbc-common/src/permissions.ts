import { createPermission } from '@backstage/plugin-permission-common';

/** Resource type of stacks. @public */
export const RESOURCE_TYPE_LBC_STACK = 'lbc-stack';

/** Read a stack: its load balancer, owners, state and history. @public */
export const lbcStackReadPermission = createPermission({
  name: 'lbc.stack.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_LBC_STACK,
});

/** Use the plugin at all. @public */
export const lbcUsePermission = createPermission({
  name: 'lbc.use',
  attributes: { action: 'read' },
});

/** See the whole fleet: controllers, coverage, the job queue. @public */
export const lbcFleetReadPermission = createPermission({
  name: 'lbc.fleet.read',
  attributes: { action: 'read' },
});

/** Ask for a refresh ahead of time. @public */
export const lbcRefreshPermission = createPermission({
  name: 'lbc.refresh',
  attributes: { action: 'update' },
});

/** Take a baseline. @public */
export const lbcBaselineCreatePermission = createPermission({
  name: 'lbc.baseline.create',
  attributes: { action: 'create' },
});

/** Say for others what could not be seen, in upgrade readiness. @public */
export const lbcAttestPermission = createPermission({
  name: 'lbc.attest',
  attributes: { action: 'create' },
});

/** All permissions of the plugin. @public */
export const lbcPermissions = [
  lbcStackReadPermission,
  lbcUsePermission,
  lbcFleetReadPermission,
  lbcRefreshPermission,
  lbcBaselineCreatePermission,
  lbcAttestPermission,
];
