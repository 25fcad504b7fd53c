export { timeReadiness } from './timeReadiness';
