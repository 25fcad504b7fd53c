import { bundledWorlds, loadBundledWorld } from 'lbc-sandbox';
import {
  Replay,
  ReplayedStep,
  StreamLogger,
  disagreements,
  stepOf,
} from '../replay';

jest.setTimeout(400_000);

/** The others take minutes: LBC_ALL_RECORDINGS=1 adds them. */
const RECORDINGS = process.env.LBC_ALL_RECORDINGS
  ? bundledWorlds()
  : ['ingress-alb', 'service-nlb', 'ingress-group'];

/** As long as a replay takes for each step, with fewer sweeps. */
const PACE = { roundMs: 9 * 60_000, minRounds: 4 };

const replayed = new Map<string, ReplayedStep>();
const log: string[] = [];
const logger = StreamLogger.create({
  write: line => log.push(line),
  level: 'warn',
});

describe.each(RECORDINGS)('recording %s, over the wire', name => {
  const world = loadBundledWorld(name);
  let replay: Replay;

  beforeAll(async () => {
    replay = await Replay.start({ world, logger, pace: PACE });
  });

  afterAll(async () => {
    await replay?.stop();
  });

  // The steps build on each other: the product remembers.
  it.each(world.steps.map(step => step.name))(
    'agrees with its truth at %s',
    async stepName => {
      const watched = await replay.watch(stepName);
      const step = stepOf(stepName, watched.inventory);
      replayed.set(`${name}/${stepName}`, step);
      const truth = world.truth?.steps.find(each => each.step === stepName);
      if (!truth) {
        throw new Error(`${name} has no truth for ${stepName}`);
      }
      expect(disagreements(step, truth)).toEqual([]);
      expect(watched.settled).toBe(true);
    },
  );

  it('was only read', () => {
    expect(replay.fleet.calls.total()).toBeGreaterThan(0);
    expect(replay.fleet.calls.mutations()).toEqual([]);
  });
});

it('logged nothing that went wrong', () => {
  expect(log.filter(line => line.startsWith('error'))).toEqual([]);
});

describe('the evidence of ingress-alb', () => {
  const evidenceOf = (step: string) => {
    const subject = replayed.get(`ingress-alb/${step}`)?.subjects[0];
    if (!subject) {
      throw new Error(`${step} was not replayed`);
    }
    return subject.evidence;
  };
  const codesOf = (step: string, role: string) =>
    evidenceOf(step)
      .filter(each => each.role === role)
      .map(({ code }) => code);

  it('in service: a Deployment that is ready and a Lease that is renewed', () => {
    expect(codesOf('01-in-service', 'supports')).toEqual([
      'evidence.deployment',
      'evidence.lease-renewed',
    ]);
  });

  it('unattended: no replica, no renewal, no endpoint', () => {
    expect(codesOf('02-controller-gone', 'supports')).toEqual([
      'controller.scaled-to-zero',
      'evidence.deployment',
      'evidence.lease-not-renewed',
      'evidence.webhook-without-endpoints',
    ]);
  });

  it('stuck deleting: both blockers', () => {
    const blockers = evidenceOf('03-deleted-no-controller').filter(
      ({ role }) => role === 'blocks',
    );
    expect(blockers.map(({ text }) => text)).toEqual([
      'No controller runs that would remove the finalizer ingress.k8s.aws/resources of Ingress shop/web.',
      expect.stringMatching(
        /^The webhook vingress\.elbv2\.k8s\.aws has no endpoint .* refuses every change of Ingress shop\/web/,
      ),
    ]);
    expect(codesOf('03-deleted-no-controller', 'supports')).toEqual([
      'evidence.deletion-asked',
    ]);
  });

  it('orphaned: witnessed, with every line of the proof', () => {
    expect(codesOf('04-finalizer-removed', 'supports').sort()).toEqual([
      'evidence.owner-witnessed',
      'proof.bound',
      'proof.classes',
      'proof.cluster-older',
      'proof.described',
      'proof.family',
      'proof.made-by-controller',
      'proof.no-mass-loss',
      'proof.sightings',
      'proof.tags',
      'proof.tags-complete',
      'proof.target-bindings',
      'proof.targets',
      'proof.vpc',
    ]);
    const [witnessed] = evidenceOf('04-finalizer-removed');
    expect(witnessed).toMatchObject({
      source: 'history',
      params: { kind: 'Ingress', namespace: 'shop', name: 'web' },
    });
  });

  it('says when each thing was seen', () => {
    const undated = [...replayed].flatMap(([step, { subjects }]) =>
      subjects
        .filter(({ state }) => state !== 'unknown')
        .flatMap(({ evidence }) => evidence)
        .filter(({ observedAt }) => observedAt === null)
        .map(({ code }) => `${step}: ${code}`),
    );
    expect(undated).toEqual([]);
  });
});
