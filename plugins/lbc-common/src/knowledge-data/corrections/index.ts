export {
  checkCorrection,
  KnowledgeCorrectionError,
  readCorrections,
} from './read';
export type { AttributedCorrection } from './types';
