import fc from 'fast-check';
import { FLAGS, WEB, clusterWith } from '../../__testUtils__/stack';
import { driftObjects } from '../objects';
import { expectedModel } from '../expectedModel';

const anything = fc.anything({ withNullPrototype: false, maxDepth: 2 });
const spec = (...names: string[]) =>
  fc.dictionary(fc.constantFrom(...names), anything);

it('whatever the configurations of a Gateway are, there is an answer', () => {
  const worlds = fc.record({
    loadBalancer: spec(
      'mergingMode',
      'scheme',
      'ipAddressType',
      'loadBalancerSubnets',
      'listenerConfigurations',
      'securityGroups',
      'sourceRanges',
      'tags',
      'loadBalancerAttributes',
      'defaultTargetGroupConfiguration',
      'wafV2',
    ),
    targetGroup: spec(
      'targetReference',
      'defaultConfiguration',
      'routeConfigurations',
    ),
    rule: spec('actions', 'conditions', 'tags'),
    matches: fc.array(spec('path', 'headers', 'queryParams', 'method'), {
      maxLength: 2,
    }),
    filters: fc.array(
      spec('type', 'requestRedirect', 'urlRewrite', 'extensionRef'),
      { maxLength: 2 },
    ),
    kind: fc.constantFrom('httpRoutes', 'grpcRoutes'),
  });
  fc.assert(
    fc.property(worlds, world => {
      const reference = { kind: 'LoadBalancerConfiguration', name: 'c' };
      const meta = (name: string) => ({
        metadata: { name, namespace: 'shop', uid: name },
      });
      const expected = expectedModel({
        objects: driftObjects({
          cluster: clusterWith({
            services: [WEB],
            gatewayClasses: [
              {
                metadata: { name: 'aws-alb', namespace: '', uid: 'c' },
                spec: { controllerName: 'gateway.k8s.aws/alb' },
              },
            ],
            gateways: [
              {
                ...meta('gw'),
                spec: {
                  gatewayClassName: 'aws-alb',
                  infrastructure: { parametersRef: reference },
                  listeners: [
                    { name: 'a', port: 80, protocol: 'HTTP' },
                    {
                      name: 'b',
                      port: 443,
                      protocol: 'HTTPS',
                      hostname: '*.example.com',
                    },
                  ],
                },
              },
            ],
            [world.kind]: [
              {
                ...meta('r'),
                spec: {
                  hostnames: ['a.example.com'],
                  parentRefs: [{ name: 'gw' }],
                  rules: [
                    {
                      matches: world.matches,
                      filters: world.filters,
                      backendRefs: [{ name: 'web', port: 80 }],
                    },
                  ],
                },
              },
            ],
            loadBalancerConfigurations: [
              { ...meta('c'), spec: world.loadBalancer },
            ],
            targetGroupConfigurations: [
              { ...meta('t'), spec: world.targetGroup },
            ],
            listenerRuleConfigurations: [
              { ...meta('l'), spec: world.rule, status: { accepted: true } },
            ],
          }),
        }),
        flags: FLAGS,
        version: 'v3.5.0',
        stack: { family: 'gateway', value: 'shop/gw' },
        clusterTag: 'prod-1',
        existing: 'none',
      });
      expect(['built', 'refused', 'not-modelled']).toContain(expected.status);
    }),
    { numRuns: 400 },
  );
});
