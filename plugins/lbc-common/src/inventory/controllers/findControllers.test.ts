import { loadBundledWorld } from 'lbc-sandbox';
import { clusterOfStep } from '../../__testUtils__/recordings';
import { EMPTY_UNIT_MEMORY } from '../unit';
import { findControllers } from './findControllers';

describe('a controller that went a moment ago', () => {
  const [, gone] = loadBundledWorld('ingress-alb').steps;

  const readingAt = (at: string) =>
    findControllers({
      cluster: clusterOfStep({ step: gone, name: 'prod-1', at }),
      memory: structuredClone(EMPTY_UNIT_MEMORY),
      now: at,
      unattendedAfterSeconds: 10,
    });

  it('counts as alive while its lock is fresh, and is looked at again when that ends', () => {
    const { liveness, lock, decidesAt } = readingAt(gone.recordedAt);
    expect(lock.status).toBe('fresh');
    expect(liveness).toBe('alive');
    expect(Date.parse(decidesAt ?? '')).toBeGreaterThan(
      Date.parse(gone.recordedAt),
    );
    expect(readingAt(decidesAt ?? '').lock.status).toBe('stale');
  });
});
