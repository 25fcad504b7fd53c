import { DefaultKnowledge } from '../../knowledge-data';
import { fieldHistory } from './fieldHistory';

const knowledge = DefaultKnowledge.create();

it.each([
  [
    'targetgroupbindings.elbv2.k8s.aws',
    'spec.serviceRef.name',
    'v2.0.0',
    undefined,
  ],
  ['targetgroupbindings.elbv2.k8s.aws', 'spec.vpcID', 'v2.8.0', undefined],
  [
    'loadbalancerconfigurations.gateway.k8s.aws',
    'spec.vpcId',
    'v2.13.0',
    'v2.13.4',
  ],
  [
    'targetgroupconfigurations.gateway.k8s.aws',
    'spec.defaultConfiguration.vpcID',
    'v2.13.0',
    'v2.13.2',
  ],
])('%s has %s from %s to %s', async (crd, field, introducedIn, lastIn) => {
  const history = await fieldHistory(knowledge);
  expect(history.lifeOf(crd, field)).toEqual({
    introducedIn,
    ...(lastIn !== undefined && { lastIn }),
  });
});

it('knows nothing of a field of nobody, and is read once', async () => {
  const history = await fieldHistory(knowledge);
  expect(history.lifeOf('x', 'spec')).toBeUndefined();
  expect(history.fieldsOf('x')).toEqual([]);
  expect(await fieldHistory(knowledge)).toBe(history);
});
