import { PackedList } from './PackedList';

const item = (n: number) => ({
  metadata: { uid: `uid-${n}` },
  text: 'ä'.repeat(n % 7),
});

it.each([0, 1, 499, 500, 501, 1500, 1750])(
  'gives %i items back, in order, as often as they are asked for',
  count => {
    const items = Array.from({ length: count }, (_, n) => item(n));
    const list = new PackedList<ReturnType<typeof item>>();
    items.forEach(each => list.push(each));
    expect(list.length).toBe(count);
    expect([...list]).toEqual(items);
    expect([...list]).toEqual(items);
  },
);

it('begins again', () => {
  const list = new PackedList<number>();
  for (let n = 0; n < 600; n++) {
    list.push(n);
  }
  list.clear();
  list.push(7);
  expect([list.length, ...list]).toEqual([1, 7]);
});
