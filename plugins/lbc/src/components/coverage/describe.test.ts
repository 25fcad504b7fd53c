import { coverage } from '../../__fixtures__';
import { clusterRoleRule, hiddenBy, incomplete, kindName } from './describe';

describe('coverage in words', () => {
  it('names kinds as people do', () => {
    expect(kindName(coverage())).toBe('Gateways');
    expect(kindName(coverage({ kind: 'ingresses.networking.k8s.io' }))).toBe(
      'Ingresses',
    );
    expect(kindName(coverage({ source: 'aws', kind: 'loadBalancers' }))).toBe(
      'load balancers',
    );
    expect(kindName(coverage({ kind: 'new.example.com' }))).toBe(
      'new.example.com',
    );
  });

  it('says what is hidden', () => {
    expect(hiddenBy(coverage())).toBe('kubernetes');
    expect(hiddenBy(coverage({ kind: 'events' }))).toBe('events');
    expect(hiddenBy(coverage({ source: 'aws', kind: 'tags' }))).toBe('tags');
  });

  it('writes the rule that allows it', () => {
    expect(clusterRoleRule('gateways.gateway.networking.k8s.io')).toBe(
      '- { apiGroups: ["gateway.networking.k8s.io"], resources: ["gateways"], verbs: ["list"] }',
    );
    expect(clusterRoleRule('events')).toContain('apiGroups: [""]');
  });

  it('leaves out what is whole or not installed', () => {
    expect(
      incomplete([
        coverage({ coverage: 'complete' }),
        coverage({ coverage: 'absent' }),
        coverage({ coverage: 'partial' }),
        coverage({ coverage: 'denied' }),
      ]).map(item => item.coverage),
    ).toEqual(['denied', 'partial']);
  });
});
