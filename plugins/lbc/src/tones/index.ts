export { StateBadge } from './StateBadge';
export { ToneIcon } from './ToneIcon';
export { useTones } from './useTones';
export type { ToneColors } from './colors';
