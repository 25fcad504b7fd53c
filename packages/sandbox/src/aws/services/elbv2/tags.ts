import { JsonObject, asObjects } from '../../../json';
import { validationError } from '../../AwsError';
import { OperationContext, OperationGroup } from '../../AwsService';
import { ScopeData } from '../../ScopeData';
import { ElbResource, atMost, notFound, resourceOf, stringList } from './arns';
import { LOAD_BALANCERS } from './loadBalancers';

const TAGS = 'elbv2/DescribeTags';

export const tagOperations: OperationGroup = {
  DescribeTags: context => {
    const { params, scope, faults, call } = context;
    const arns = atMost(stringList(params.ResourceArns), 20, 'ResourceArns');
    if (arns.length === 0) {
      throw validationError('At least one resource ARN must be specified');
    }
    const items = arns.map(
      arn =>
        scope.find({
          file: TAGS,
          key: 'TagDescriptions',
          field: 'ResourceArn',
          value: arn,
        }) ?? untagged(context, arn),
    );
    return { TagDescriptions: faults.items(call, items) };
  },
};

const ARN_FIELDS: Record<ElbResource, string> = {
  loadbalancer: 'LoadBalancerArn',
  targetgroup: 'TargetGroupArn',
  listener: 'ListenerArn',
  'listener-rule': 'RuleArn',
};

/** A resource that is there and of which no tags were recorded has none. */
function untagged({ scope }: OperationContext, arn: string): JsonObject {
  const resource = resourceOf(arn);
  if (!resource) {
    throw validationError(`'${arn}' is not a valid resource ARN`);
  }
  const exists = [
    ...scope.listIfRecorded(LOAD_BALANCERS, 'LoadBalancers'),
    ...scope.listIfRecorded('elbv2/DescribeTargetGroups', 'TargetGroups'),
    ...keyed(scope, 'elbv2/DescribeListeners', 'Listeners'),
    ...keyed(scope, 'elbv2/DescribeRules', 'Rules'),
  ].some(each => each[ARN_FIELDS[resource]] === arn);
  if (!exists) {
    throw notFound(resource, [arn]);
  }
  return { ResourceArn: arn, Tags: [] };
}

/** The items of an operation that takes one ARN, of all of them, where it was recorded. */
function keyed(scope: ScopeData, file: string, key: string): JsonObject[] {
  return scope.scopes.every(({ files }) => files.has(file))
    ? scope.allKeyed(file).flatMap(each => asObjects(each[key]))
    : [];
}
