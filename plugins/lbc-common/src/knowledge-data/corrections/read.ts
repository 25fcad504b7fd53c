import { z } from 'zod';
import type { ReleaseCorrection } from '../../knowledge/types';
import { releaseCorrectionSchema } from '../../schema/knowledge';
import type { AttributedCorrection } from './types';

const fileSchema = z.strictObject({
  releases: z.array(releaseCorrectionSchema),
});

/** What could not be read, with where and what to write instead. @public */
export class KnowledgeCorrectionError extends Error {
  constructor(by: string, problems: readonly string[]) {
    super(`${by} corrects what is known of releases: ${problems.join('; ')}`);
    this.name = 'KnowledgeCorrectionError';
  }
}

/**
 * Reads a parsed file of corrections: `releases`, a list. Throws a
 * {@link KnowledgeCorrectionError} that names the file and the place.
 * @public
 */
export function readCorrections(
  value: unknown,
  options: { by: string },
): AttributedCorrection[] {
  const { by } = options;
  const { releases } = parse(fileSchema, value, by);
  return releases.map(correction => ({ by, correction }));
}

/** Checks one correction that a module gives. @public */
export function checkCorrection(
  correction: ReleaseCorrection,
  options: { by: string },
): AttributedCorrection {
  const { by } = options;
  return { by, correction: parse(releaseCorrectionSchema, correction, by) };
}

function parse<T>(schema: z.ZodType<T>, value: unknown, by: string): T {
  const result = schema.safeParse(value);
  if (!result.success) {
    throw new KnowledgeCorrectionError(by, result.error.issues.map(sentenceOf));
  }
  return result.data;
}

function sentenceOf(issue: z.core.$ZodIssue): string {
  const place = issue.path.reduce<string>(
    (path, step) =>
      typeof step === 'number'
        ? `${path}[${step}]`
        : [path, String(step)].filter(Boolean).join('.'),
    '',
  );
  return `at ${place || 'the top'}, ${issue.message}`;
}
