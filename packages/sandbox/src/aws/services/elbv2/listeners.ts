import { JsonObject, asObjects, asString } from '../../../json';
import { validationError } from '../../AwsError';
import { OperationContext, OperationGroup } from '../../AwsService';
import { elbPage, notFound, pick, required, stringList } from './arns';
import { LOAD_BALANCERS } from './loadBalancers';

const LISTENERS = 'elbv2/DescribeListeners';
const RULES = 'elbv2/DescribeRules';
const CERTIFICATES = 'elbv2/DescribeListenerCertificates';

export const listenerOperations: OperationGroup = {
  DescribeListeners: context => {
    const { params, scope } = context;
    const arns = stringList(params.ListenerArns);
    if (arns.length > 0) {
      const items = pick({
        items: allListeners(context),
        field: 'ListenerArn',
        wanted: arns,
        resource: 'listener',
      });
      return elbPage(context, { key: 'Listeners', items });
    }
    const arn = asString(params.LoadBalancerArn);
    if (arn === '') {
      throw validationError(
        'You must specify either listener ARNs or a load balancer ARN',
      );
    }
    const found = scope.keyed(LISTENERS, arn);
    if (!found) {
      // A load balancer without an entry has no listeners.
      pick({
        items: scope.listIfRecorded(LOAD_BALANCERS, 'LoadBalancers'),
        field: 'LoadBalancerArn',
        wanted: [arn],
        resource: 'loadbalancer',
      });
    }
    const items = asObjects(found?.Listeners);
    return elbPage(context, { key: 'Listeners', items });
  },

  DescribeRules: context => {
    const { params, scope } = context;
    const arns = stringList(params.RuleArns);
    if (arns.length > 0) {
      const items = pick({
        items: scope.allKeyed(RULES).flatMap(each => asObjects(each.Rules)),
        field: 'RuleArn',
        wanted: arns,
        resource: 'listener-rule',
      });
      return elbPage(context, { key: 'Rules', items });
    }
    const arn = required(params, 'ListenerArn');
    const found = scope.keyed(RULES, arn) ?? listener(context, arn);
    return elbPage(context, { key: 'Rules', items: asObjects(found.Rules) });
  },

  DescribeListenerCertificates: context => {
    const { params, scope } = context;
    const arn = required(params, 'ListenerArn');
    const recorded = scope.scopes.every(each => each.files.has(CERTIFICATES))
      ? scope.keyed(CERTIFICATES, arn)
      : undefined;
    // Not recorded: the default certificate is what the listener itself says.
    const items = recorded
      ? asObjects(recorded.Certificates)
      : asObjects(listener(context, arn).Certificates).map(each => ({
          ...each,
          IsDefault: true,
        }));
    return elbPage(context, { key: 'Certificates', items });
  },
};

function allListeners({ scope }: OperationContext): JsonObject[] {
  return scope.allKeyed(LISTENERS).flatMap(each => asObjects(each.Listeners));
}

function listener(context: OperationContext, arn: string): JsonObject {
  const found = allListeners(context).find(each => each.ListenerArn === arn);
  if (!found) {
    throw notFound('listener', [arn]);
  }
  return found;
}
