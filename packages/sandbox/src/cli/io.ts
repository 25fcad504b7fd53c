/** Where a command writes. */
export interface Io {
  out: (line: string) => void;
  error: (line: string) => void;
}

/** Something that the person at the keyboard can put right; shown without a stack. */
export class UsageError extends Error {}
