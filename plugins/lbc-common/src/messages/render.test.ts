import { formatDurationSeconds, renderMessage } from './render';

describe('renderMessage', () => {
  it('chooses one or many', () => {
    const text = (blockers: number) =>
      renderMessage({
        code: 'state.stuck-deleting',
        params: { kind: 'Ingress', namespace: 'shop', name: 'web', blockers },
      });
    expect(text(1)).toContain('blocked by one thing.');
    expect(text(2)).toContain('blocked by 2 things.');
  });

  it('lets a page format times and durations', () => {
    expect(
      renderMessage(
        { code: 'need.second-sighting', params: { waitSeconds: 900 } },
        { formatDuration: seconds => `${seconds} s` },
      ),
    ).toContain('900 s');
    expect(formatDurationSeconds(90)).toBe('1 min');
    expect(formatDurationSeconds(0)).toBe('0 s');
  });
});
