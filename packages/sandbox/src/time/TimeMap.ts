/** When a step was recorded, and when the fleet entered it. Both in microseconds. */
export interface TimeMark {
  recorded: number;
  entered: number;
}

/**
 * Maps recorded times onto the fleet's clock, monotonically.
 *
 * Entering a step makes its recording time "now". What happened before the
 * step before keeps the mapping it had, so that an object that a client has
 * seen never changes its age by more than time went by. What happened since
 * is shifted to end now, or squeezed where less time has passed in the fleet
 * than passed in the recording.
 */
export class TimeMap {
  readonly #marks: TimeMark[];

  constructor(marks: TimeMark[]) {
    if (marks.length === 0) {
      throw new Error('A time map needs the step that was entered first');
    }
    const kept: TimeMark[] = [];
    for (const mark of marks) {
      const last = kept[kept.length - 1] ?? mark;
      kept.push({
        // Steps may have been recorded in the same second, and a clock may
        // have been set back: neither must turn the mapping around.
        recorded: Math.max(mark.recorded, last.recorded),
        entered: Math.max(mark.entered, last.entered),
      });
    }
    this.#marks = kept;
  }

  /** Maps microseconds since the epoch. */
  map(micros: number): number {
    const marks = this.#marks;
    const index = marks.findIndex(mark => micros <= mark.recorded);
    if (index <= 0) {
      const mark = index === 0 ? marks[0] : marks[marks.length - 1];
      return mark.entered - (mark.recorded - micros);
    }
    const from = marks[index - 1];
    const to = marks[index];
    const recorded = to.recorded - from.recorded;
    const passed = to.entered - from.entered;
    if (passed >= recorded) {
      return to.entered - (to.recorded - micros);
    }
    return from.entered + ((micros - from.recorded) * passed) / recorded;
  }
}
