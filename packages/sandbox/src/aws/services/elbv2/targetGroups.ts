import { JsonObject, asObject, asObjects, asString } from '../../../json';
import { OperationContext, OperationGroup } from '../../AwsService';
import { atMost, elbPage, notFound, pick, required, stringList } from './arns';
import { LOAD_BALANCERS } from './loadBalancers';

const TARGET_GROUPS = 'elbv2/DescribeTargetGroups';
const TARGET_HEALTH = 'elbv2/DescribeTargetHealth';

export const targetGroupOperations: OperationGroup = {
  DescribeTargetGroups: context => {
    const { params, scope } = context;
    const arns = atMost(
      stringList(params.TargetGroupArns),
      20,
      'TargetGroupArns',
    );
    const names = atMost(stringList(params.Names), 20, 'Names');
    let items = scope.list(TARGET_GROUPS, 'TargetGroups');
    if (params.LoadBalancerArn !== undefined) {
      items = ofLoadBalancer(context, items, asString(params.LoadBalancerArn));
    }
    const resource = 'targetgroup';
    if (arns.length > 0) {
      const field = 'TargetGroupArn';
      items = pick({ items, field, wanted: arns, resource });
    }
    if (names.length > 0) {
      const field = 'TargetGroupName';
      items = pick({ items, field, wanted: names, resource });
    }
    return elbPage(context, { key: 'TargetGroups', items });
  },

  DescribeTargetHealth: ({ params, scope, faults, call }) => {
    const arn = required(params, 'TargetGroupArn');
    const found = scope.keyed(TARGET_HEALTH, arn);
    if (!found) {
      const groups = scope.listIfRecorded(TARGET_GROUPS, 'TargetGroups');
      pick({
        items: groups,
        field: 'TargetGroupArn',
        wanted: [arn],
        resource: 'targetgroup',
      });
    }
    const descriptions = asObjects(found?.TargetHealthDescriptions);
    const wanted = asObjects(params.Targets);
    const shown =
      wanted.length === 0
        ? descriptions
        : wanted.map(target => healthOf(target, descriptions));
    return { TargetHealthDescriptions: faults.items(call, shown) };
  },
};

function ofLoadBalancer(
  { scope }: OperationContext,
  groups: JsonObject[],
  arn: string,
): JsonObject[] {
  const attached = groups.filter(group =>
    stringList(group.LoadBalancerArns).includes(arn),
  );
  const known =
    attached.length > 0 ||
    scope
      .listIfRecorded(LOAD_BALANCERS, 'LoadBalancers')
      .some(each => each.LoadBalancerArn === arn);
  if (!known) {
    throw notFound('loadbalancer', [arn]);
  }
  return attached;
}

/** A target that was asked for by name and is not registered is `unused`. */
function healthOf(target: JsonObject, descriptions: JsonObject[]): JsonObject {
  const found = descriptions.find(({ Target: described }) => {
    const { Id: id, Port: port } = asObject(described);
    return (
      id === target.Id &&
      (target.Port === undefined || String(port) === String(target.Port))
    );
  });
  return (
    found ?? {
      Target: target,
      TargetHealth: {
        State: 'unused',
        Reason: 'Target.NotRegistered',
        Description: 'Target is not registered to the target group',
      },
    }
  );
}
