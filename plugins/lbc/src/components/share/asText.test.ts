import { renderMessage } from '@lbc-backstage/plugin-lbc-common';
import { responses } from '../../__fixtures__';
import { asText } from './asText';

describe('asText', () => {
  it('says the verdict, then a line a load balancer', () => {
    const answer = responses.group;
    const text = asText(
      answer,
      answer.items,
      {
        say: message => renderMessage(message),
        when: iso => iso,
        ago: iso => iso,
        span: iso => iso,
      },
      {
        title: 'Load balancers',
        traffic: 'Traffic now',
        ifYouDeploy: 'If you deploy',
        since: 'Since',
        columns: ['State', 'Load balancer', 'Owner', 'Cluster', 'Since'],
        state: ({ state }) => state,
      },
    );
    const lines = text.split('\n');
    expect(lines[0]).toBe(
      `Load balancers: component:default/checkout · ${answer.observedAt}`,
    );
    expect(lines[2]).toBe(
      'Traffic now: Partly served: 3 of 4 targets healthy, and some routes have none.',
    );
    expect(lines.slice(-2).map(line => line.split('\t').slice(0, 4))).toEqual([
      ['unattended', 'k8s-shop-web-5c8ac0cc82', 'Ingress shop/web', 'prod-1'],
      [
        'in-service',
        'k8s-edge-3273337624',
        'shop.example.com/api shop.example.com/img',
        'prod-1',
      ],
    ]);
  });
});
