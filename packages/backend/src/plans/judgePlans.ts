import { judgeFile } from './judgeFile';
import { Plans, Unreadable } from './readPlans';
import { Disagreement } from './results';

/** What a folder of plans says of the expected model. */
export interface PlansVerdict {
  /** How many files were read. */
  files: number;
  /** How many facts were compared. */
  facts: number;
  agree: number;
  disagreements: Disagreement[];
  /** How many facts the specs alone do not decide. */
  notModelled: number;
  /** The same by their reason. */
  notModelledBy: Record<string, number>;
  unreadable: Unreadable[];
}

function judgeSafely(
  name: string,
  judge: () => ReturnType<typeof judgeFile>,
): ReturnType<typeof judgeFile> | Unreadable {
  try {
    return judge();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { file: name, sentence: `${name} could not be judged: ${reason}` };
  }
}

/** Judges every file, and adds it up. */
export function judgePlans({
  files,
  environment,
  unreadable,
}: Plans): PlansVerdict {
  const verdict: PlansVerdict = {
    files: 0,
    facts: 0,
    agree: 0,
    disagreements: [],
    notModelled: 0,
    notModelledBy: {},
    unreadable: [...unreadable],
  };
  for (const { name, file } of files) {
    const result = judgeSafely(name, () =>
      judgeFile({ name, file, environment }),
    );
    if ('sentence' in result) {
      verdict.unreadable.push(result);
    } else {
      verdict.files++;
      verdict.facts += result.facts;
      verdict.disagreements.push(...result.disagreements);
      for (const { reason, count } of result.notModelled) {
        verdict.notModelled += count;
        verdict.notModelledBy[reason] =
          (verdict.notModelledBy[reason] ?? 0) + count;
      }
    }
  }
  verdict.agree = verdict.facts - verdict.disagreements.length;
  return verdict;
}
