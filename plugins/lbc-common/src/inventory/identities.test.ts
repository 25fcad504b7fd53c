import { SubjectCase } from '../lifecycle/case';
import { TargetIdentities } from './snapshot';
import { SubjectMemory } from './unit';
import { stillSaid, wantedIdentities } from './clusterCases';

const EARLIER = '2026-11-24T11:00:00.000Z';
const SEEN = '2026-11-24T12:00:00.000Z';
const LATER = '2026-11-24T13:00:00.000Z';

const POD = { kind: 'Pod', namespace: 'shop', name: 'web-1' } as const;

function memory(absent: boolean): SubjectMemory {
  const sighting = {
    firstClusterSweep: SEEN,
    firstScopeRead: SEEN,
    lastClusterSweep: SEEN,
    lastScopeRead: SEEN,
  };
  return { owners: [], sightings: absent ? { 'owner-absent': sighting } : {} };
}

function found(observedAt: string, ...ids: string[]): TargetIdentities {
  return {
    observedAt,
    coverage: 'complete',
    clusterUid: 'uid-1',
    found: Object.fromEntries(ids.map(id => [id, POD])),
  };
}

const HERE = { uid: 'uid-1' };

it('believes no identity of another cluster, nor of one that nobody knows', () => {
  const { clusterUid: _, ...nobodys } = found(LATER, 'a');
  expect(stillSaid(found(LATER, 'a'), memory(true), { uid: 'uid-2' })).toBe(
    undefined,
  );
  expect(stillSaid(nobodys, memory(true), HERE)).toBeUndefined();
});

it('believes no identity from before the owner was first seen absent', () => {
  // Its address may be another cluster's by now.
  expect(stillSaid(found(EARLIER, 'a'), memory(true), HERE)).toBeUndefined();
  expect(stillSaid(found(LATER, 'a'), memory(true), HERE)).toEqual(
    found(LATER, 'a'),
  );
  expect(stillSaid(found(EARLIER, 'a'), memory(false), HERE)).toEqual(
    found(EARLIER, 'a'),
  );
  expect(stillSaid(undefined, memory(true), HERE)).toBeUndefined();
});

it('asks for all healthy targets where one is not known, for an answer replaces the last', () => {
  const candidate = (identities?: TargetIdentities) =>
    ({
      id: 'web',
      memory: memory(true),
      cluster: { name: 'prod-1' },
      identities,
      targetGroups: [
        {
          health: {
            targets: [
              { id: 'a', state: 'healthy' },
              { id: 'b', state: 'healthy' },
              { id: 'c', state: 'unhealthy' },
            ],
          },
        },
      ],
    } as unknown as SubjectCase);
  const both = [{ subjectId: 'web', cluster: 'prod-1', targetIds: ['a', 'b'] }];
  expect(wantedIdentities(candidate())).toEqual(both);
  expect(wantedIdentities(candidate(found(LATER, 'a')))).toEqual(both);
  expect(wantedIdentities(candidate(found(LATER, 'a', 'b')))).toEqual([]);
});
