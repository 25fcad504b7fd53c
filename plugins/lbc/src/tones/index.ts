export { StateBadge } from './StateBadge';
export { ToneBadge } from './ToneBadge';
export { ToneIcon } from './ToneIcon';
export { useTones } from './useTones';
export { quiet } from './colors';
export type { ToneColors } from './colors';
