export { inertLogger } from './inertLogger';
