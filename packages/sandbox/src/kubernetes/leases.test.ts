import { asObject } from '../json';
import { microsOf } from '../time';
import { keepRenewed } from './leases';

const RECORDED_AT = microsOf('2026-11-23T16:00:00Z');

function lease(renewTime: string, holderIdentity = 'pod_1') {
  return { spec: { holderIdentity, leaseDurationSeconds: 15, renewTime } };
}

function renewTimeAt(recorded: ReturnType<typeof lease>, now: number) {
  const mapped = lease('2000-01-01T00:00:00.000000Z');
  const kept = keepRenewed({ recorded, mapped, recordedAt: RECORDED_AT, now });
  return String(asObject(kept.spec).renewTime);
}

describe('keepRenewed', () => {
  it('keeps a lease renewed that was, for as long as one looks', () => {
    const recorded = lease('2026-11-23T15:59:58.123456Z');
    for (let now = 1.8e12; now < 1.8e12 + 60_000; now += 37) {
      const age = now * 1000 - microsOf(renewTimeAt(recorded, now));
      expect(age).toBeGreaterThanOrEqual(0);
      expect(age).toBeLessThan(2.001e6);
    }
  });

  it('takes one that was renewed while it was being recorded', () => {
    const recorded = lease('2026-11-23T16:00:00.574268Z');
    expect(renewTimeAt(recorded, 1.8e12)).not.toContain('2000-01-01');
  });

  it('does not renew what was not acquired yet', () => {
    const acquireTime = '2030-01-01T00:00:00.900000Z';
    const recorded = lease('2026-11-23T15:59:58.123456Z');
    const kept = keepRenewed({
      recorded,
      mapped: { spec: { ...recorded.spec, acquireTime } },
      recordedAt: RECORDED_AT,
      now: Date.parse('2030-01-01T00:00:01.000Z'),
    });
    expect(asObject(kept.spec).renewTime).toBe(acquireTime);
  });

  it.each([
    ['was older than its duration', lease('2026-11-23T15:59:45.000000Z')],
    ['nobody held', lease('2026-11-23T15:59:59.000000Z', '')],
    ['was never renewed', lease('')],
  ])('leaves one that %s', (_, recorded) => {
    expect(renewTimeAt(recorded, 1.8e12)).toContain('2000-01-01');
  });
});
