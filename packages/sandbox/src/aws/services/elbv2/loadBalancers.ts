import { OperationGroup } from '../../AwsService';
import { atMost, elbPage, pick, stringList } from './arns';

/** The file that says which load balancers there are. */
export const LOAD_BALANCERS = 'elbv2/DescribeLoadBalancers';

export const loadBalancerOperations: OperationGroup = {
  DescribeLoadBalancers: context => {
    const { params, scope } = context;
    const arns = atMost(
      stringList(params.LoadBalancerArns),
      20,
      'LoadBalancerArns',
    );
    const names = atMost(stringList(params.Names), 20, 'Names');
    let items = scope.timedList(LOAD_BALANCERS, 'LoadBalancers');
    if (arns.length > 0) {
      items = pick({
        items,
        field: 'LoadBalancerArn',
        wanted: arns,
        resource: 'loadbalancer',
      });
    }
    if (names.length > 0) {
      items = pick({
        items,
        field: 'LoadBalancerName',
        wanted: names,
        resource: 'loadbalancer',
      });
    }
    return elbPage(context, { key: 'LoadBalancers', items });
  },
};
