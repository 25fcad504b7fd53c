import { Config } from '@backstage/config';

/** Reads `lbc.knowledge`: files that add or correct releases. */
export function readKnowledge(lbc: Config | undefined): { files: string[] } {
  return {
    files:
      lbc?.getOptionalConfig('knowledge')?.getOptionalStringArray('files') ??
      [],
  };
}
