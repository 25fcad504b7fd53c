export { PolicyCache } from './PolicyCache';
export { readIamRoles } from './readIamRoles';
