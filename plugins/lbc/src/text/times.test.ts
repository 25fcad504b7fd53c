import { clock, dateAndClock, dayOf, parseTime } from './times';

const at = (text: string) => new Date(text).getTime();
const NOW = at('2026-11-24T15:00:00');

describe('times', () => {
  it('tells the calendar day from the hours that passed', () => {
    expect(dayOf(at('2026-11-24T00:01:00'), NOW)).toBe('today');
    expect(dayOf(at('2026-11-23T23:59:00'), NOW)).toBe('yesterday');
    expect(dayOf(at('2026-11-22T23:59:00'), NOW)).toBe('other');
  });

  it('says the year where it is another one', () => {
    expect(dateAndClock(at('2026-11-02T09:05:00'), NOW, 'en-GB')).toBe(
      '2 Nov 09:05',
    );
    expect(dateAndClock(at('2025-11-02T09:05:00'), NOW, 'en-GB')).toBe(
      '2 Nov 2025 09:05',
    );
    expect(clock(at('2026-11-24T00:07:00'), 'en-US')).toBe('00:07');
  });

  it('knows what is no time', () => {
    expect(parseTime('soon')).toBeUndefined();
    expect(parseTime(undefined)).toBeUndefined();
  });
});
