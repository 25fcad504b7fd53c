import { FleetProcess } from '../fleet';
import { atMost, told } from '../lines';
import { measureSweep } from '../memory';
import { median } from '../statistics';
import type { Measure } from '../types';

const GOAL = 1.25;
const MEGABYTE = 1_000_000;
const WARM_UP = 'warm-up';

/**
 * How much more memory a sweep of long lists takes than one of short lists,
 * beside what it keeps: a page must be let go of before the next one comes.
 */
export const sweepMemory: Measure = {
  name: 'sweep-memory',
  needsStand: false,
  async run({ size, log }) {
    const clusters = size.pages.map(pages => ({
      pages,
      name: `pages-${pages}`,
      growth: [] as number[],
      kept: [] as number[],
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
        for (const cluster of clusters) {
          for (const what of ['growth', 'kept'] as const) {
            const measured = await measureSweep({
              fleet,
              cluster: cluster.name,
              warmUp: WARM_UP,
              what,
            });
            cluster[what].push(measured[what]);
            log(
              `${cluster.name}: ${what} ${(measured[what] / MEGABYTE).toFixed(
                1,
              )} MB, ${measured.kinds.ingresses} Ingresses`,
            );
          }
        }
      }
    } finally {
      await fleet.stop();
    }
    const [short, long] = clusters.map(({ growth, kept, pages }) => ({
      pages,
      growth: median(growth),
      kept: median(kept),
      net: median(growth) - median(kept),
    }));
    return [
      atMost(GOAL, {
        name: `sweep memory, ${long.pages} pages ÷ ${short.pages} pages, kept bytes subtracted`,
        value: long.net / short.net,
        unit: '×',
      }),
      ...[short, long].flatMap(({ pages, growth, kept }) => [
        told({
          name: `sweep of ${pages} pages: peak RSS growth`,
          value: growth / MEGABYTE,
          unit: 'MB',
        }),
        told({
          name: `sweep of ${pages} pages: kept`,
          value: kept / MEGABYTE,
          unit: 'MB',
        }),
      ]),
    ];
  },
};
