import { formatStackPlace } from './places';
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
    expect(
      renderMessage({
        code: 'drift.unread.tags',
        params: { ofPlace: 'rules.443:2' },
      }),
    ).toBe('Tags of rule 2 of listener 443 were not read.');
    expect(formatDurationSeconds(90)).toBe('1 min');
    expect(formatDurationSeconds(0)).toBe('0 s');
  });
});

describe('formatStackPlace', () => {
  it.each([
    ['loadBalancers.LoadBalancer', 'the load balancer'],
    ['listeners.443', 'listener 443'],
    ['rules.443:2', 'rule 2 of listener 443'],
    ['targetGroups.shop/web-web:80', 'the target group of shop/web-web:80'],
    [
      'securityGroups.ManagedLBSecurityGroup',
      'the security group ManagedLBSecurityGroup',
    ],
    ['of.tomorrow', 'of.tomorrow'],
  ])('%s is %s', (path, words) => {
    expect(formatStackPlace(path)).toBe(words);
  });
});
