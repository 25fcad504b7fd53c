// Correlate and lifecycle against JSON.parse, in a process of its own.
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { answerRequests } from '../processes';
import { Fleet, Judge } from './Judge';
import { parseTargets } from './parseTargets';
import type { Recording } from './RecordedSweeps';
import { fleetOf, nowAfter, parseStacks, settle } from './rounds';
import type { TimeOptions } from './askOfRecording';
import type { CorrelateTimes } from './timeCorrelate';

const WARM_UP = 3;

/**
 * What the other one left behind is not this one's to clear away. A minor
 * collection does that; a full one makes V8 forget code that it compiled for
 * shapes of objects of which none is left, so it is timed apart.
 */
type Collection = 'minor' | 'full';

function collect(collection: Collection): void {
  if (collection === 'minor') {
    globalThis.gc?.({ type: 'minor' });
  } else {
    globalThis.gc?.();
  }
}

function timed<T>(
  collection: Collection,
  work: () => T,
): { ms: number; result: T } {
  collect(collection);
  const began = performance.now();
  const result = work();
  return { ms: performance.now() - began, result };
}

function statesOf({
  clusters,
  unclaimed,
}: ReturnType<Judge['judge']>): Record<string, number> {
  const states: Record<string, number> = {};
  for (const { subjects } of [...clusters.values(), ...unclaimed]) {
    for (const { state } of subjects) {
      states[state] = (states[state] ?? 0) + 1;
    }
  }
  return states;
}

function factsCompared({ clusters }: ReturnType<Judge['judge']>): number {
  return [...clusters.values()]
    .flatMap(({ subjects }) => subjects)
    .reduce((sum, { drift }) => sum + (drift?.compared ?? 0), 0);
}

answerRequests({
  async time(options: TimeOptions): Promise<CorrelateTimes> {
    const recording: Recording = JSON.parse(readFileSync(options.file, 'utf8'));
    const { targets, stacks: recordedStacks = [] } = recording;
    const judge = new Judge();
    const isRead = settle(judge, recording);
    const now = nowAfter(recording, 'latest');
    const times: CorrelateTimes = {
      parse: [],
      correlate: [],
      afterFullCollection: { parse: [], correlate: [] },
      jsonBytes: [
        ...targets.flatMap(target =>
          target.latest.filter(({ kind }) => isRead(target, kind)),
        ),
        ...recordedStacks,
      ].reduce((sum, { json }) => sum + Buffer.byteLength(json), 0),
      states: {},
      compared: 0,
    };
    const round = (collection: Collection) => {
      const parse = timed(collection, () => ({
        parsed: parseTargets({ targets, sweep: 'latest', isRead }),
        stacks: parseStacks(recordedStacks),
      }));
      const { parsed, stacks } = parse.result;
      const fleet: Fleet = {
        ...fleetOf(recording, { parsed, sweep: 'latest' }),
        ...(recordedStacks.length > 0 && { stacks }),
      };
      const correlate = timed(collection, () => judge.judge(fleet, now));
      return { parse: parse.ms, correlate: correlate.ms, ...correlate.result };
    };
    for (let warmUp = 0; warmUp < WARM_UP; warmUp++) {
      const result = round('minor');
      times.states = statesOf(result);
      times.compared = factsCompared(result);
    }
    for (const [collection, into] of [
      ['minor', times],
      ['full', times.afterFullCollection],
    ] as const) {
      for (let count = 0; count < options.rounds; count++) {
        const { parse, correlate } = round(collection);
        into.parse.push(parse);
        into.correlate.push(correlate);
      }
    }
    return times;
  },
});
