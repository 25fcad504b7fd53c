export { Sentence } from './Sentence';
export { TimeAgo } from './TimeAgo';
export { useText } from './useText';
export type { Text } from './useText';
export { parseTime } from './times';
