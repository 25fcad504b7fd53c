import { readdirSync, statSync } from 'fs';
import { join } from 'path';
import { asObject, at } from '../json';
import {
  bundledWorlds,
  loadBundledPlans,
  loadBundledWorld,
  loadClusterFiles,
} from './bundled';

const DIR = join(__dirname, '..', '..', 'worlds');

describe('bundled worlds', () => {
  it('are all there, in less than two megabytes', () => {
    expect(bundledWorlds()).toEqual([
      'cluster-name-change',
      'degraded',
      'deletion-protection',
      'drift',
      'failing',
      'foreign',
      'gateway-alb',
      'iam-missing',
      'ingress-alb',
      'ingress-group',
      'recreated-owner',
      'service-nlb',
      'stranded',
      'stranded-tg',
      'two-clusters',
      'upgrade-v2-to-v3',
    ]);
    const bytes = readdirSync(DIR)
      .map(file => statSync(join(DIR, file)).size)
      .reduce((sum, size) => sum + size, 0);
    expect(bytes).toBeLessThan(2 * 1024 * 1024);
  });

  it.each(bundledWorlds())(
    '%s has a truth for every step, and says what was done',
    name => {
      const world = loadBundledWorld(name);
      expect(world.truth?.steps.map(step => step.step)).toEqual(
        world.steps.map(step => step.name),
      );
      expect(world.title).toBeTruthy();
      expect(world.steps.every(step => step.description)).toBe(true);
      const [first] = world.steps;
      expect([...first.clusters.keys()][0]).toBe(world.truth?.clusters[0]);
    },
  );

  it('say which there are when another is asked for', () => {
    expect(() => loadBundledWorld('nope')).toThrow(
      /no bundled world "nope"; there are cluster-name-change, degraded/,
    );
    expect(() => loadBundledWorld('_cluster')).toThrow('no bundled world');
  });

  it('come with the plans and with what every cluster has', () => {
    const plans = loadBundledPlans();
    expect(Object.keys(plans)).toHaveLength(79);
    expect(Object.keys(plans)).toContain('ing-defaults');
    expect(asObject(plans._environment)).not.toEqual({});
    expect(
      at(loadClusterFiles().get('discovery/aggregated/apis'), 'kind'),
    ).toBe('APIGroupDiscoveryList');
  });
});
