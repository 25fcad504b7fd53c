import { measureBundle } from '../bundle';
import { atMost, told } from '../lines';
import type { Measure } from '../types';

const KUBERNETES = '@backstage/plugin-kubernetes';

/** What the page brings into an app, against the kubernetes plugin's. */
export const pageBytes: Measure = {
  name: 'page-bytes',
  needsStand: false,
  async run() {
    const ours = await measureBundle({
      entry: '@lbc-backstage/plugin-lbc',
      own: ['@lbc-backstage/plugin-lbc', '@lbc-backstage/plugin-lbc-common'],
    });
    const theirs = await measureBundle({
      entry: `${KUBERNETES}/alpha`,
      own: [KUBERNETES, `${KUBERNETES}-react`, `${KUBERNETES}-common`],
    });
    const kilobytes = (bytes: number) => bytes / 1_000;
    return [
      atMost(Math.floor(kilobytes(theirs)), {
        name: 'JavaScript of the page (gzip); goal: the kubernetes plugin',
        value: kilobytes(ours),
        unit: 'kB',
      }),
      told({
        name: 'JavaScript of the kubernetes plugin (gzip)',
        value: kilobytes(theirs),
        unit: 'kB',
      }),
    ];
  },
};
