import { JsonValue } from './json';
import { mapStrings } from './mapStrings';

const upper = { value: (text: string) => text.toUpperCase() };

describe('mapStrings', () => {
  it('maps strings at any depth and leaves everything else', () => {
    const input: JsonValue = { a: ['x', 1, null, { b: 'y' }], c: true };
    expect(mapStrings(input, upper)).toEqual({
      a: ['X', 1, null, { b: 'Y' }],
      c: true,
    });
    expect(input).toEqual({ a: ['x', 1, null, { b: 'y' }], c: true });
  });

  it('shares what did not change with the original', () => {
    const same = { deep: ['ALREADY', 2] };
    const input: JsonValue = { same, other: 'x' };
    const output = mapStrings(input, upper) as { same: JsonValue };
    expect(output.same).toBe(same);
    expect(mapStrings(same, upper)).toBe(same);
  });

  it('tells under which key a string stands, also in arrays', () => {
    const seen: string[] = [];
    mapStrings(
      { one: 'a', list: ['b', { inner: 'c' }] },
      {
        value: (text, key) => {
          seen.push(`${key}=${text}`);
          return text;
        },
      },
    );
    expect(seen).toEqual(['one=a', 'list=b', 'inner=c']);
  });

  it('maps keys where it is asked to', () => {
    expect(
      mapStrings(
        { 'arn:old': { id: 'old' } },
        {
          value: text => text.replace('old', 'new'),
          key: key => key.replace('old', 'new'),
        },
      ),
    ).toEqual({ 'arn:new': { id: 'new' } });
  });
});
