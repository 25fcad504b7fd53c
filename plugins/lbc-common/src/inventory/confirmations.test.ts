import { confirmedGone, isLossConfirmed } from './confirmations';
import { rememberOwnerCount } from './memory';
import { ClusterSnapshot } from './snapshot';
import { EMPTY_UNIT_MEMORY, UnitMemory } from './unit';

const at = (hour: number) =>
  `2026-11-24T${String(hour).padStart(2, '0')}:00:00.000Z`;

function cluster(names: string[], hour: number): ClusterSnapshot {
  return {
    cluster: 'prod-1',
    kinds: {
      namespaces: {
        coverage: 'complete',
        sweptAt: at(hour),
        attemptedAt: at(hour),
        items: names.map(name => ({
          metadata: { namespace: '', name, uid: name },
        })),
      },
    },
  };
}

function fresh(): UnitMemory {
  return { ...EMPTY_UNIT_MEMORY, subjects: {} };
}

describe('a namespace that an operator calls gone', () => {
  const confirmations = {
    goneNamespaces: [{ namespace: 'shop', by: 'ann', at: at(10) }],
    losses: [],
  };
  const ask = (memory: UnitMemory, names: string[], hour: number) => [
    ...confirmedGone({
      cluster: cluster(names, hour),
      memory,
      confirmations,
      now: at(hour),
    }),
  ];

  it('need not be listed from then on', () => {
    const memory = fresh();
    expect(ask(memory, ['shop'], 9)).toEqual([]);
    expect(ask(memory, [], 11)).toEqual(['shop']);
    expect(memory.endedConfirmations).toBeUndefined();
  });

  it('must be listed again for good once it came back', () => {
    const memory = fresh();
    expect(ask(memory, ['shop'], 11)).toEqual([]);
    // A proxy that hides it now hides something that lives.
    expect(ask(memory, [], 12)).toEqual([]);
    expect(memory.endedConfirmations).toEqual([`shop ${at(10)}`]);
  });

  it('forgets words that nobody says any more', () => {
    const memory = { ...fresh(), endedConfirmations: ['shop x'] };
    confirmedGone({
      cluster: cluster([], 12),
      memory,
      confirmations: undefined,
      now: at(12),
    });
    expect(memory).toEqual(fresh());
  });
});

describe('a mass loss', () => {
  function count(
    memory: UnitMemory,
    hour: number,
    owners: number,
    confirmedAt?: string,
  ) {
    rememberOwnerCount({
      memory,
      count: owners,
      clusterSweep: at(hour),
      complete: true,
      now: at(hour),
      ...(confirmedAt && {
        confirmedLosses: [{ by: 'ann', at: confirmedAt }],
      }),
    });
    return memory.massLossSince;
  }

  it('waits for a person’s word, dated after it was seen', () => {
    const memory = fresh();
    count(memory, 1, 40);
    expect(count(memory, 2, 10)).toBe(at(2));
    expect(count(memory, 3, 10, at(1))).toBe(at(2));
    // A word from tomorrow is none yet.
    expect(count(memory, 4, 10, at(9))).toBe(at(2));
    expect(count(memory, 5, 10, at(4))).toBeUndefined();
    expect(memory.ownerCount?.count).toBe(10);
  });

  it('is another one when it happens again', () => {
    const memory = fresh();
    count(memory, 1, 100);
    count(memory, 2, 50);
    expect(count(memory, 4, 50, at(3))).toBeUndefined();
    expect(count(memory, 5, 10, at(3))).toBe(at(5));
  });

  it('is confirmed by a word in between only', () => {
    expect(isLossConfirmed(at(2), undefined, at(3))).toBe(false);
    expect(isLossConfirmed(at(2), [{ by: 'a', at: at(2) }], at(3))).toBe(true);
  });
});
