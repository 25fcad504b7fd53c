import {
  LIFECYCLE_STATES,
  message,
  Subject,
} from '@lbc-backstage/plugin-lbc-common';
import { subjectSummarySchema } from '@lbc-backstage/plugin-lbc-common/schema';
import { testSubject } from '../sweeps/__testUtils__/domain';
import { detailOf, summaryOf, urgencyOf } from './summary';

const HISTORY = {
  since: '2026-11-01T12:00:00.000Z',
  sinceFirstSeen: true,
};

/** 256 characters as nobody would name anything. */
const ODD = '\u0001\u2028\u{1f980}<script>"\\é'.repeat(40).slice(0, 256);

const owner = (at: number, odd = ''): Subject['owners'][number] => ({
  kind: 'Ingress',
  namespace: 'n'.repeat(63),
  name: `${at}`.padEnd(253, 'x'),
  uid: '0'.repeat(36),
  exists: true,
  state: 'in-service',
  because: message('state.not-judged', { odd }),
});

function bytes(subject: Subject): number {
  const summary = { ...summaryOf(subject), ...HISTORY };
  expect(() => subjectSummarySchema.parse(summary)).not.toThrow();
  return Buffer.byteLength(JSON.stringify(summary));
}

describe('summaryOf', () => {
  it('counts targets, routes and owners', () => {
    const summary = summaryOf(
      testSubject('a', {
        owners: Array.from({ length: 12 }, (_, at) => ({
          ...owner(at),
          name: `web-${at}`,
          namespace: 'shop',
          because: undefined,
        })),
        backends: [
          { namespace: 'shop', name: 'a', routes: ['x/', 'y/'] },
          { namespace: 'shop', name: 'b', routes: ['z/'] },
        ],
        whatToDo: [
          { who: 'platform', message: message('state.not-judged') },
          { who: 'you', message: message('state.not-judged') },
        ],
        targetGroups: [
          {
            arn: 'a',
            name: 'a',
            health: {
              observedAt: '2026-11-01T12:00:02.000Z',
              byState: { healthy: 2, draining: 1 },
            },
          },
          {
            arn: 'b',
            name: 'b',
            health: {
              observedAt: '2026-11-01T12:00:01.000Z',
              byState: { unhealthy: 1 },
            },
          },
          { arn: 'c', name: 'c' },
        ],
      }),
    );
    expect(summary).toMatchObject({
      ownerCount: 12,
      routeCount: 3,
      whoActs: 'platform',
      targets: {
        healthy: 2,
        total: 4,
        unread: 1,
        observedAt: '2026-11-01T12:00:01.000Z',
      },
    });
    expect(summary.owners.length).toBe(10);
  });

  it('stays within 4 KB, whatever the names are', () => {
    const odd = message('state.not-judged', {
      one: ODD,
      two: ODD,
      many: Array(50).fill(ODD),
    });
    const subject = testSubject('a'.repeat(64), {
      cluster: 'c'.repeat(253),
      clusterTag: ODD,
      stack: ODD,
      loadBalancer: {
        arn: 'a'.repeat(200),
        name: 'n'.repeat(32),
        dnsName: 'd'.repeat(255),
        type: 'application',
        scheme: 'internet-facing',
        state: 'active',
        createdAt: '2026-11-01T12:00:00.000Z',
      },
      owners: Array.from({ length: 30 }, (_, at) => owner(at, ODD)),
      because: odd,
      traffic: odd,
      ifYouDeploy: odd,
    });
    expect(bytes(subject)).toBeLessThanOrEqual(4_096);
    expect(summaryOf(subject).owners.length).toBeGreaterThan(0);
    expect(summaryOf(subject).ownerCount).toBe(30);
    // The detail keeps what the summary left out.
    expect(detailOf(subject).evidence).toEqual([]);
  });

  it('leaves what fits as it is', () => {
    const odd = message('state.not-judged', { one: ODD.slice(0, 150) });
    const subject = testSubject('a', { because: odd, owners: [owner(0)] });
    expect(summaryOf(subject).because).toEqual(odd);
    expect(bytes(subject)).toBeLessThanOrEqual(4_096);
  });
});

describe('urgencyOf', () => {
  it('puts red before amber, unknown, blue and green', () => {
    const order = [...LIFECYCLE_STATES].sort(
      (a, b) => urgencyOf(a) - urgencyOf(b) || (a < b ? -1 : 1),
    );
    expect(order).toEqual([
      'failing',
      'orphaned',
      'stranded',
      'stuck-deleting',
      'degraded',
      'drifted',
      'superseded',
      'unattended',
      'unserved',
      'unknown',
      'deleting',
      'provisioning',
      'in-service',
      'foreign',
    ]);
  });
});
