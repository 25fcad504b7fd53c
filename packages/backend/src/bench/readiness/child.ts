// Readiness as a portal answers it, from what is stored, in a process of its own.
import { performance } from 'node:perf_hooks';
import { DefaultKnowledge } from '@lbc-backstage/plugin-lbc-common/knowledge-data';
import { FleetProcess } from '../fleet';
import { BenchPortal, ROUND_MS } from '../portal';
import { answerRequests } from '../processes';
import { StoredInputs } from './StoredInputs';
import type { ReadinessQuestion, ReadinessTimes } from './timeReadiness';

const SEED = 1;
const WARM_UP = 2;
const NEWEST = DefaultKnowledge.create().releases.at(-1)?.version;

/** The part of an answer that is looked at here. */
interface Answer {
  proposals: Array<{ target: { kind: string; version: string } }>;
}

interface Controllers {
  items: Array<{ cluster: string; version?: string }>;
}

/** Reads every stack of a cluster, as a baseline does. */
async function readStacks(
  portal: BenchPortal,
  cluster: string,
): Promise<number> {
  const { id } = (await portal.post('/api/lbc/baselines', {
    cluster,
    name: 'bench',
  })) as { id: string };
  for (;;) {
    portal.advance(2_500);
    await portal.idle();
    const { status, progress } = (await portal.get(
      `/api/lbc/baselines/${id}`,
    )) as { status: string; progress: { stacksDone: number } };
    if (status !== 'reading') {
      return progress.stacksDone;
    }
  }
}

/** Milliseconds of CPU that something takes, all threads together. */
async function cpuOf(work: () => Promise<unknown>): Promise<number> {
  globalThis.gc?.({ type: 'minor' });
  const began = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1_000;
}

/** Answers are remembered by what they stand on: somebody's word is a part of that. */
async function forgetAnswers(
  portal: BenchPortal,
  cluster: string,
): Promise<void> {
  await portal.post(`/api/lbc/controllers/${cluster}/attestations`, {
    check: 'LBC-QUOTA-001',
    target: { kind: 'kubernetes', version: '1.99' },
    why: 'The bench asks again',
    expiresAt: new Date(portal.now() + 3_600_000).toISOString(),
  });
}

/** Later than any that runs, so that it can always be asked for. */
const KUBERNETES = 'kubernetes=1.99';

/** The largest of those whose controller can be upgraded; else the largest. */
async function chooseCluster(portal: BenchPortal): Promise<string> {
  const { items } = (await portal.get(
    '/api/lbc/controllers?limit=100',
  )) as Controllers;
  const sizes: Array<{ cluster: string; isNewest: boolean; bytes: number }> =
    [];
  for (const cluster of new Set(items.map(each => each.cluster))) {
    const { directory } = portal;
    const { bytes } = await StoredInputs.read({ directory, cluster });
    const isNewest = items.some(
      each => each.cluster === cluster && each.version === NEWEST,
    );
    sizes.push({ cluster, isNewest, bytes });
  }
  return sizes.sort(
    (a, b) => Number(a.isNewest) - Number(b.isNewest) || b.bytes - a.bytes,
  )[0].cluster;
}

/** Every target that the page offers. */
async function targetsOf(
  portal: BenchPortal,
  path: string,
): Promise<{ questions: string[]; first: number }> {
  let answer: Answer | undefined;
  const first = await cpuOf(async () => {
    answer = (await portal.get(`${path}?${KUBERNETES}`)) as Answer;
  });
  const questions = (answer?.proposals ?? []).map(({ target }) =>
    target.kind === 'kubernetes'
      ? `kubernetes=${target.version}`
      : `target=${target.version}`,
  );
  return { questions: [KUBERNETES, ...questions], first };
}

async function time(
  portal: BenchPortal,
  rounds: number,
): Promise<ReadinessTimes> {
  const cluster = await chooseCluster(portal);
  const stacks = await readStacks(portal, cluster);
  const path = `/api/lbc/controllers/${cluster}/readiness`;
  const { questions, first } = await targetsOf(portal, path);
  const { directory } = portal;
  const inputs = await StoredInputs.read({ directory, cluster });
  const times: ReadinessTimes = {
    cluster,
    stacks,
    subjects: inputs.subjects,
    cpu: {},
    first,
    parse: [],
    jsonBytes: inputs.bytes,
  };
  for (let round = -WARM_UP; round < rounds; round++) {
    await forgetAnswers(portal, cluster);
    for (const question of questions) {
      const cpu = await cpuOf(() => portal.get(`${path}?${question}`));
      if (round >= 0) {
        (times.cpu[question] ??= []).push(cpu);
      }
    }
    globalThis.gc?.({ type: 'minor' });
    const began = performance.now();
    inputs.parse();
    if (round >= 0) {
      times.parse.push(performance.now() - began);
    }
  }
  return times;
}

answerRequests({
  async time({ fleet: size, rounds }: ReadinessQuestion) {
    const fleet = await FleetProcess.start({
      kind: 'generated',
      size,
      seed: SEED,
    });
    try {
      const portal = await BenchPortal.start({
        fleet,
        optionalSources: ['iam'],
        hooks: { hasHealth: () => false },
      });
      try {
        await portal.idle();
        portal.advance(ROUND_MS);
        await portal.idle();
        return await time(portal, rounds);
      } finally {
        await portal.stop();
      }
    } finally {
      await fleet.stop();
    }
  },
});
