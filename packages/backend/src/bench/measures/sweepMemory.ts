import { FleetProcess } from '../fleet';
import { atMost, told } from '../lines';
import { measureSweep, SweepBytes } from '../memory';
import { median } from '../statistics';
import type { BenchLine, Measure } from '../types';

const GOAL = 1.25;
const MEGABYTE = 1_000_000;
const WARM_UP = 'warm-up';

const TOLD: Record<SweepBytes, string> = {
  needed: 'peak RSS growth, garbage collected early',
  taken: 'peak RSS growth, garbage left to V8',
  kept: 'kept bytes',
};

/**
 * How much more memory a sweep of long lists needs than one of short lists,
 * beside what it keeps: a page must be let go of before the next one comes.
 */
export const sweepMemory: Measure = {
  name: 'sweep-memory',
  needsStand: false,
  async run({ size, log }) {
    const clusters = size.pages.map(pages => ({
      pages,
      name: `pages-${pages}`,
      bytes: { needed: [], taken: [], kept: [] } as Record<
        SweepBytes,
        number[]
      >,
    }));
    const fleet = await FleetProcess.start({
      kind: 'pages',
      pageSize: size.pageSize,
      clusters: {
        [WARM_UP]: 1,
        ...Object.fromEntries(clusters.map(({ name, pages }) => [name, pages])),
      },
    });
    try {
      for (let run = 0; run < size.runs; run++) {
        // What is kept is the same every time.
        const whats: SweepBytes[] =
          run === 0 ? ['needed', 'taken', 'kept'] : ['needed', 'taken'];
        for (const what of whats) {
          for (const { name, bytes } of clusters) {
            const measured = await measureSweep({
              fleet,
              cluster: name,
              warmUp: WARM_UP,
              what,
            });
            bytes[what].push(measured.bytes);
            log(
              `${name}: ${measured.items} items, ${TOLD[what]} ${
                measured.bytes / MEGABYTE
              } MB`,
            );
          }
        }
      }
    } finally {
      await fleet.stop();
    }
    const [short, long] = clusters.map(({ pages, bytes }) => ({
      pages,
      needed: median(bytes.needed),
      taken: median(bytes.taken),
      kept: median(bytes.kept),
    }));
    const net = ({ needed, kept }: typeof short) => needed - kept;
    return [
      atMost(GOAL, {
        name: `sweep of ${long.pages} pages ÷ ${short.pages} pages: RSS growth less kept bytes`,
        value: net(long) / net(short),
        unit: '×',
      }),
      ...[short, long].flatMap(({ pages, ...bytes }) =>
        (['needed', 'kept', 'taken'] as const).map(
          (what): BenchLine =>
            told({
              name: `sweep of ${pages} pages: ${TOLD[what]}`,
              value: bytes[what] / MEGABYTE,
              unit: 'MB',
            }),
        ),
      ),
    ];
  },
};
