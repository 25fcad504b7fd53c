/** A fact that was expected otherwise than it was built. */
export interface Disagreement {
  file: string;
  path: string;
  /** `null`: nothing of the kind. */
  expected: unknown;
  built: unknown;
}

/** Facts that the spec alone does not decide. */
export interface NotModelledCount {
  reason: string;
  count: number;
}

export interface FileResult {
  facts: number;
  disagreements: Disagreement[];
  notModelled: NotModelledCount[];
}

export function emptyResult(): FileResult {
  return { facts: 0, disagreements: [], notModelled: [] };
}

export function addResults(results: readonly FileResult[]): FileResult {
  return {
    facts: results.reduce((sum, { facts }) => sum + facts, 0),
    disagreements: results.flatMap(each => each.disagreements),
    notModelled: results.flatMap(each => each.notModelled),
  };
}
