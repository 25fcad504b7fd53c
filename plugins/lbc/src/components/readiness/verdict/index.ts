export { OtherTarget } from './OtherTarget';
export { TargetPicker } from './TargetPicker';
export { VerdictCard } from './VerdictCard';
