export { ScopeStand } from './ScopeStand';
export { entityPath, viewPage } from './viewPage';
