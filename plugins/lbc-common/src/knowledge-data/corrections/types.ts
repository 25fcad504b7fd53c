import type { ReleaseCorrection } from '../../knowledge/types';

/** A correction, and who says so: a file, or a module. @public */
export interface AttributedCorrection {
  by: string;
  correction: ReleaseCorrection;
}
