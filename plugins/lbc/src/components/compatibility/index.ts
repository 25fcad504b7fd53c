export { CompatibilityContent } from './CompatibilityContent';
