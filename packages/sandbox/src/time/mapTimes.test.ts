import { mapTimes } from './mapTimes';
import { TimeMap } from './TimeMap';
import { microsOf } from './timestamp';

const DAY_LATER = new TimeMap([
  {
    recorded: microsOf('2026-11-23T16:00:00Z'),
    entered: microsOf('2026-11-24T16:00:00.5Z'),
  },
]);

describe('mapTimes', () => {
  it('maps times wherever they stand, each in its own precision', () => {
    expect(
      mapTimes(
        {
          metadata: { creationTimestamp: '2026-11-23T15:51:27Z', name: 'web' },
          list: ['2026-11-23T15:51:27.485000+00:00', 7],
          renewTime: '2026-11-23T15:51:31.881751Z',
        },
        DAY_LATER,
      ),
    ).toEqual({
      metadata: { creationTimestamp: '2026-11-24T15:51:27Z', name: 'web' },
      list: ['2026-11-24T15:51:27.985000+00:00', 7],
      renewTime: '2026-11-24T15:51:32.381751Z',
    });
  });

  it("maps the controller's annotations in seconds since the epoch", () => {
    const annotations = {
      'elbv2.k8s.aws/checkpoint-timestamp': '1795449087',
      'elbv2.k8s.aws/checkpoint': '1795449087',
      'example.com/number': '1795449087',
    };
    expect(mapTimes(annotations, DAY_LATER)).toEqual({
      ...annotations,
      'elbv2.k8s.aws/checkpoint-timestamp': String(1795449087 + 86400),
    });
  });

  it('leaves the epoch, which is no time that anything happened at', () => {
    const value = { lastTransitionTime: '1970-01-01T00:00:00Z' };
    expect(mapTimes(value, DAY_LATER)).toBe(value);
  });
});
