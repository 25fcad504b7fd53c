// All controllers of a fleet judged, against correlating it, in a process of its own.
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import {
  assessCluster,
  iamAssessor,
  Knowledge,
  resourcesInUse,
  UnitResult,
} from '@lbc-backstage/plugin-lbc-common';
import { DefaultKnowledge } from '@lbc-backstage/plugin-lbc-common/knowledge-data';
import {
  Fleet,
  fleetOf,
  Judge,
  nowAfter,
  parseTargets,
  Recording,
  settle,
  TimeOptions,
} from '../correlation';
import { answerRequests } from '../processes';
import type { AssessTimes } from './timeAssess';

const WARM_UP = 2;

/** Every release at once, and what that takes. */
async function loadAll(
  knowledge: Knowledge,
): Promise<{ bytes: number; releases: unknown[] }> {
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const releases: unknown[] = [];
  for (const { version } of knowledge.releases) {
    releases.push(await knowledge.load(version));
  }
  globalThis.gc?.();
  return { bytes: process.memoryUsage().heapUsed - before, releases };
}

async function assessAll(options: {
  fleet: Fleet;
  results: ReadonlyMap<string, UnitResult>;
  knowledge: Knowledge;
  now: string;
}): Promise<number> {
  const { fleet, results, knowledge, now } = options;
  const readings = {
    accountIds: [...new Set(fleet.scopes.map(({ accountId }) => accountId))],
    roles: Object.fromEntries(
      fleet.scopes.flatMap(({ accountId, kinds: { iamRoles } }) =>
        iamRoles ? [[accountId, iamRoles]] : [],
      ),
    ),
  };
  let judged = 0;
  for (const cluster of fleet.clusters) {
    const { controllers = [], subjects = [] } =
      results.get(cluster.cluster) ?? {};
    const assessed = await assessCluster({
      now,
      cluster,
      controllers,
      knowledge,
      asked: { owners: 'all', othersToo: true },
      resources: resourcesInUse(subjects),
      iam: iamAssessor({ readings, cluster, now }),
    });
    judged += assessed.length;
  }
  return judged;
}

answerRequests({
  async time({ file, rounds }: TimeOptions): Promise<AssessTimes> {
    const knowledge = DefaultKnowledge.create();
    // First: what is thrown away of a recording would count against it.
    const { bytes: knowledgeBytes } = await loadAll(knowledge);
    const recording: Recording = JSON.parse(readFileSync(file, 'utf8'));
    const { targets } = recording;
    const judge = new Judge();
    settle(judge, recording);
    const now = nowAfter(recording, 'latest');
    const parsed = parseTargets({
      targets,
      sweep: 'latest',
      isRead: () => true,
    });
    const fleet = fleetOf(recording, { parsed, sweep: 'latest' });
    const times: AssessTimes = {
      correlate: [],
      assess: [],
      controllers: 0,
      knowledgeBytes,
    };
    for (let round = -WARM_UP; round < rounds; round++) {
      globalThis.gc?.({ type: 'minor' });
      const began = performance.now();
      const { clusters: results } = judge.judge(fleet, now);
      const correlated = performance.now();
      times.controllers = await assessAll({ fleet, results, knowledge, now });
      if (round >= 0) {
        times.correlate.push(correlated - began);
        times.assess.push(performance.now() - correlated);
      }
    }
    return times;
  },
});
