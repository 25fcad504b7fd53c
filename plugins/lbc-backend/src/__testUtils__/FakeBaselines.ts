import type { BaselineInfo } from '@lbc-backstage/plugin-lbc-common';
import type { BaselineStore, ComparisonState } from '../store/baselines/types';

/** Baselines in memory, as tests set them. */
export class FakeBaselines implements BaselineStore {
  readonly infos = new Map<string, BaselineInfo>();
  readonly comparisons = new Map<string, ComparisonState>();
  /** Stacks of every cluster. */
  stacks = 1;

  list: BaselineStore['list'] = async cluster =>
    [...this.infos.values()].filter(info => info.cluster === cluster);

  get: BaselineStore['get'] = async id => this.infos.get(id);

  countStacks: BaselineStore['countStacks'] = async ({ subjects }) =>
    subjects ? Math.min(subjects.length, this.stacks) : this.stacks;

  create: BaselineStore['create'] = async ({ cluster, name, by }) => {
    const reading = [...this.infos.values()].find(
      info => info.cluster === cluster && info.status === 'reading',
    );
    if (reading) {
      return { created: false, info: reading };
    }
    const info = testBaseline({ cluster, name, by, status: 'reading' });
    this.infos.set(info.id, info);
    return { created: true, info };
  };

  compare: BaselineStore['compare'] = async ({ id }) => {
    const known = this.comparisons.get(id);
    if (known && !known.report) {
      return { created: false, state: known };
    }
    const info = testBaseline({ status: 'reading' });
    const state = { id: `comparison-of-${id}`, info };
    this.comparisons.set(id, state);
    return { created: true, state };
  };

  comparison: BaselineStore['comparison'] = async id =>
    this.comparisons.get(id);
}

export function testBaseline(more: Partial<BaselineInfo> = {}): BaselineInfo {
  return {
    id: 'baseline-1',
    cluster: 'prod-1',
    name: 'before 3.5.0',
    by: 'user:default/ann',
    startedAt: '2026-11-24T10:00:00.000Z',
    status: 'complete',
    progress: { stacksDone: 1, stacksTotal: 1 },
    notRead: [],
    ...more,
  };
}
