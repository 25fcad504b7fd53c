import { ClusterContext, SubjectCase } from '../lifecycle/case';
import { StackDrift } from './stackDrift';

const AT = '2026-11-24T12:00:00.000Z';

/** Only what is looked at. */
function clusterOf(controllers: unknown[]): ClusterContext {
  return {
    name: 'prod-1',
    snapshot: { cluster: 'prod-1', kinds: {} },
    controllers: { controllers, liveness: 'alive' },
  } as unknown as ClusterContext;
}

const subject = {
  stack: { family: 'ingress', value: 'shop/web' },
  identity: { generation: 'lbc', clusterTag: 'prod' },
  owners: [],
  memory: { owners: [], sightings: {} },
  detail: {
    detail: { loadBalancerArn: 'arn:lb', observedAt: AT, notRead: [] },
    services: [],
  },
} as unknown as SubjectCase;

it.each([
  ['there is no controller', []],
  ['there are two', [{ flags: {} }, { flags: {} }]],
])('compares nothing where %s, whose flags would decide', (_, controllers) => {
  expect(StackDrift.create(clusterOf(controllers)).of(subject)).toMatchObject({
    observedAt: AT,
    facet: 'not-examined',
    compared: 0,
    notExamined: [{ code: 'gap.drift-controller' }],
  });
});

it('compares nothing that was not read, and nothing of another generation', () => {
  const drift = StackDrift.create(clusterOf([{ flags: {} }]));
  expect(drift.of({ ...subject, detail: undefined })).toBeUndefined();
  const identity = { generation: 'eks-auto-mode' } as SubjectCase['identity'];
  expect(drift.of({ ...subject, identity })).toBeUndefined();
  expect(drift.of(subject)?.facet).toBe('not-examined');
});

it('takes no cluster down with what it can not compare', () => {
  const broken = {
    get flags(): never {
      throw new Error('what is this');
    },
  };
  expect(StackDrift.create(clusterOf([broken])).of(subject)).toMatchObject({
    facet: 'not-examined',
    notExamined: [
      { code: 'gap.drift-failed', params: { detail: 'what is this' } },
    ],
  });
});
