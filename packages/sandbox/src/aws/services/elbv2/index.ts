import { AwsService } from '../../AwsService';
import { queryProtocol } from '../../protocols';
import { attributeOperations } from './attributes';
import { listenerOperations } from './listeners';
import { loadBalancerOperations } from './loadBalancers';
import { tagOperations } from './tags';
import { targetGroupOperations } from './targetGroups';

export const elbv2Service: AwsService = {
  name: 'elbv2',
  signingName: 'elasticloadbalancing',
  version: '2015-12-01',
  iamPrefix: 'elasticloadbalancing',
  protocol: queryProtocol(
    'http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/',
  ),
  operations: {
    ...loadBalancerOperations,
    ...targetGroupOperations,
    ...listenerOperations,
    ...attributeOperations,
    ...tagOperations,
  },
};
