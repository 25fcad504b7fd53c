import { formatTimestamp, microsOf, parseTimestamp } from './timestamp';

describe('timestamps', () => {
  it.each([
    '2026-11-23T15:51:17Z',
    '2026-11-23T15:51:25.847137Z',
    '2026-11-23T15:51:27.485000+00:00',
    '2026-11-23T15:51:27.485Z',
    '2026-11-23T15:51:27.485000000Z',
    '2026-11-23T17:51:27+02:00',
    '2026-11-23T07:21:27.5-08:30',
  ])('writes %s as it was written', text => {
    const timestamp = parseTimestamp(text);
    expect(timestamp && formatTimestamp(timestamp)).toBe(text);
  });

  it('reads microseconds exactly, whatever the zone', () => {
    expect(microsOf('2026-11-23T15:51:25.847137Z')).toBe(
      Date.parse('2026-11-23T15:51:25Z') * 1000 + 847137,
    );
    expect(microsOf('2026-11-23T17:51:25.847137+02:00')).toBe(
      microsOf('2026-11-23T15:51:25.847137Z'),
    );
  });

  it.each(['', 'shop', '2026-11-23', '2026-11-23T15:51:17', '15:51:17Z'])(
    'does not take %p for one',
    text => {
      expect(parseTimestamp(text)).toBeUndefined();
      expect(() => microsOf(text)).toThrow('is not an RFC 3339 timestamp');
    },
  );

  it('rounds down when a time no longer fits its precision', () => {
    const timestamp = parseTimestamp('2026-11-23T15:51:17Z');
    expect(
      timestamp &&
        formatTimestamp({ ...timestamp, micros: timestamp.micros + 999_999 }),
    ).toBe('2026-11-23T15:51:17Z');
  });
});
