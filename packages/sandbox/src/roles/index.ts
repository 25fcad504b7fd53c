export { controllerPolicy } from './policy';
export { roleFiles } from './roleFiles';
export type { ControllerRole } from './roleFiles';
export { withRoles } from './withRoles';
