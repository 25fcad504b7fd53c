export { TargetPicker } from './TargetPicker';
export { VerdictCard } from './VerdictCard';
