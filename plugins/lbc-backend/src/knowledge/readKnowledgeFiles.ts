import { readFile } from 'fs/promises';
import { InputError } from '@backstage/errors';
import {
  AttributedCorrection,
  readCorrections,
} from '@lbc-backstage/plugin-lbc-common/knowledge-data';
import { parse } from 'yaml';

/**
 * Reads the files of `lbc.knowledge.files`, YAML or JSON, in their order. An
 * error names the file, and within it the place.
 */
export async function readKnowledgeFiles(
  files: readonly string[],
): Promise<AttributedCorrection[]> {
  const corrections: AttributedCorrection[] = [];
  for (const file of files) {
    const value = await readValue(file);
    corrections.push(...readCorrections(value, { by: file }));
  }
  return corrections;
}

async function readValue(file: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw new InputError(
      `lbc.knowledge.files names ${file}, which can't be read: give a path that is absolute or relative to where the backend is started`,
      error,
    );
  }
  try {
    return parse(text) as unknown;
  } catch (error) {
    throw new InputError(
      `lbc.knowledge.files names ${file}, which is neither YAML nor JSON`,
      error,
    );
  }
}
