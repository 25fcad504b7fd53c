import { message } from '../messages';
import { SubjectDrift } from '../inventory/subject';
import { SubjectCase } from './case';
import { readDrift } from './drift';
import { drifted } from './states/drifted';

const READ = '2026-11-24T12:00:00.000Z';
const EARLIER = '2026-11-24T11:00:00.000Z';
const LATER = '2026-11-24T13:00:00.000Z';

function drift(more: Partial<SubjectDrift> = {}): SubjectDrift {
  return {
    observedAt: READ,
    facet: 'found',
    findings: [
      {
        message: message('gap.drift'),
        path: 'listeners.443.sslPolicy',
        expected: 'a',
        live: 'b',
        kind: 'not-noticed',
      },
      {
        message: message('gap.drift'),
        path: 'loadBalancer.name',
        expected: 'a',
        live: 'b',
        kind: 'ignored',
      },
    ],
    moreFindings: 0,
    notExamined: [],
    compared: 12,
    ...more,
  };
}

/** Only what the rule looks at. */
function caseOf(options: {
  drift?: SubjectDrift;
  specChangedAt?: string;
  lastSuccessAt?: string;
}): SubjectCase {
  const { specChangedAt, lastSuccessAt } = options;
  return {
    drift: options.drift,
    loadBalancer: { name: 'web' },
    memory: { owners: [], sightings: {} },
    owners: [
      { record: { metadata: { specChangedAt }, events: { lastSuccessAt } } },
    ],
  } as unknown as SubjectCase;
}

it('is drifted where live differs in more than what the controller ignores', () => {
  const subject = caseOf({
    drift: drift(),
    specChangedAt: EARLIER,
    lastSuccessAt: EARLIER,
  });
  expect(readDrift(subject).facet).toBe('found');
  expect(drifted.judge(subject)).toMatchObject({
    holds: true,
    because: {
      code: 'state.drifted',
      params: { count: 1, loadBalancer: 'web' },
    },
    evidence: [{ source: 'aws', observedAt: READ, role: 'supports' }],
  });
});

it.each([
  ['nothing was read', undefined, {}, 'gap.drift'],
  [
    'an owner changed since',
    drift(),
    { specChangedAt: LATER },
    'gap.drift-before-change',
  ],
  [
    'the controller succeeded since',
    drift(),
    { lastSuccessAt: LATER },
    'gap.drift-before-success',
  ],
])('is not examined where %s', (_, read, times, code) => {
  const subject = caseOf({ drift: read, ...times });
  expect(readDrift(subject)).toEqual({
    facet: 'not-examined',
    notExamined: [expect.objectContaining({ code })],
  });
  expect(drifted.judge(subject)).toMatchObject({
    holds: false,
    notExamined: [{ code }],
  });
});

it('says what was not compared beside a state that it is not', () => {
  const left = [message('gap.drift')];
  for (const facet of ['none', 'ignored', 'not-examined'] as const) {
    const subject = caseOf({ drift: drift({ facet, notExamined: left }) });
    expect(readDrift(subject).facet).toBe(facet);
    expect(drifted.judge(subject)).toEqual({ holds: false, notExamined: left });
  }
});
