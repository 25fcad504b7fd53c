import { ladder, release } from '../../../__fixtures__/compatibility';
import { minorNumber, spanOf, ticksOf } from './minors';
import { ladderRows } from './rows';

function words(rows: ReturnType<typeof ladderRows>): string[] {
  return rows.map(row =>
    row.kind === 'release' ? row.release.version : `${row.count} more`,
  );
}

describe('the rungs of the ladder', () => {
  it('are what matters and the last of each line, newest first', () => {
    expect(words(ladderRows(ladder))).toEqual([
      'v3.5.0',
      'v3.4.3',
      'v3.2.0',
      'v3.1.1',
      'v3.1.0',
      'v3.0.0',
      'v2.17.1',
      '6 more',
    ]);
  });

  it('show what lies behind where little lies ahead', () => {
    const newest = [
      ...ladder.slice(0, 6),
      release('v2.17.1', { current: true, newest: true }),
    ];
    expect(words(ladderRows(newest))).toEqual([
      'v2.17.1',
      'v2.17.0',
      'v2.16.0',
      'v2.15.0',
      'v2.14.1',
      '2 more',
    ]);
  });

  it('name few of many to avoid, and count the others', () => {
    const many = Array.from({ length: 9 }, (_, index) =>
      release(`v2.4.${index}`, { avoid: ['#1'] }),
    );
    const rows = ladderRows([
      release('v2.3.0', { current: true }),
      ...many,
      release('v2.5.0', { newest: true, next: true }),
    ]);
    expect(words(rows)).toEqual([
      'v2.5.0',
      'v2.4.8',
      'v2.4.7',
      'v2.4.6',
      'v2.4.5',
      '5 more',
      'v2.3.0',
    ]);
    expect(rows[5]).toMatchObject({ avoid: 5 });
  });

  it('sort by number, not by letter', () => {
    expect(
      words(
        ladderRows([
          release('v2.9.0', { newest: true }),
          release('v2.10.0', { current: true }),
          release('2.11.0', { next: true }),
        ]),
      ),
    ).toEqual(['2.11.0', 'v2.10.0', 'v2.9.0']);
  });

  it('stay few, however many releases there are', () => {
    const many = Array.from({ length: 65 }, (_, index) =>
      release(`v2.${index}.0`, { newest: index === 64 }),
    );
    const rows = ladderRows(many);
    expect(rows).toHaveLength(10);
    expect(rows[9]).toMatchObject({ kind: 'gap', count: 56 });
  });
});

describe('versions of Kubernetes', () => {
  it('are counted by their minor', () => {
    expect(minorNumber('1.34')).toBe(34);
    expect(minorNumber('v1.34.1-eks-1')).toBe(34);
    expect(minorNumber('2.0')).toBeUndefined();
    expect(minorNumber(undefined)).toBeUndefined();
  });

  it('span all ranges and the cluster, and one more', () => {
    expect(spanOf(ladder, '1.36')).toEqual({ first: 19, last: 37 });
    expect(spanOf([], undefined)).toBeUndefined();
  });

  it('are written as often as there is room', () => {
    const span = { first: 20, last: 29 };
    expect(ticksOf(span, { width: 800, letter: 6 })).toHaveLength(10);
    expect(ticksOf(span, { width: 200, letter: 6 })).toEqual([
      20, 22, 24, 26, 28,
    ]);
  });
});
