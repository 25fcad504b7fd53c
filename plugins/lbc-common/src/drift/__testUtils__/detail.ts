import {
  AwsAction,
  AwsLoadBalancer,
  StackDetail,
  TargetGroupBindingObject,
} from '../../inventory';
import { isNotModelled, isReference } from '../facts';
import { ExpectedAction, ExpectedModel } from '../expected/types';

const ARN = 'arn:aws:elasticloadbalancing:eu-west-1:123456789012';

export function targetGroupArn(id: string): string {
  return `${ARN}:targetgroup/${id}`;
}

function actionOf(action: ExpectedAction): AwsAction {
  const { targetGroups, other: _, ...rest } = action;
  return {
    ...rest,
    ...(targetGroups && {
      targetGroups: targetGroups.map(({ targetGroup, weight }) => ({
        arn: isReference(targetGroup)
          ? targetGroupArn(targetGroup.id)
          : String(targetGroup),
        weight: weight ?? 1,
      })),
      stickiness: action.stickiness ?? { enabled: false },
    }),
  };
}

/** What AWS has of a model, where all of it is as expected. */
export function detailOf(model: ExpectedModel): {
  detail: StackDetail;
  loadBalancer: AwsLoadBalancer;
  bindings: Map<string, TargetGroupBindingObject>;
} {
  const arn = `${ARN}:loadbalancer/app/x/1`;
  const wanted = model.loadBalancers.LoadBalancer;
  const tags: Record<string, Record<string, string>> = {};
  const tag = (key: string, id: string, own: Record<string, string>) => {
    tags[key] = { ...own, ...model.trackingTags, [model.resourceTagKey]: id };
    return key;
  };
  const groups = wanted.securityGroups;
  const loadBalancer: AwsLoadBalancer = {
    arn: tag(arn, 'LoadBalancer', wanted.tags),
    name: String(wanted.name),
    dnsName: 'x.elb.amazonaws.com',
    type: wanted.type,
    scheme: String(wanted.scheme),
    vpcId: 'vpc-1',
    state: { code: 'active' },
    ipAddressType: wanted.ipAddressType,
    availabilityZones:
      wanted.subnets && !isNotModelled(wanted.subnets)
        ? Object.keys(wanted.subnets).map(subnetId => ({ subnetId }))
        : [],
    securityGroups:
      groups && !isNotModelled(groups)
        ? groups.map(group =>
            isReference(group) ? `sg-${group.id}` : String(group),
          )
        : [],
  };
  const detail: StackDetail = {
    loadBalancerArn: arn,
    observedAt: '2026-11-24T10:00:00.000Z',
    loadBalancerAttributes: { 'other.attribute': 'x', ...wanted.attributes },
    listeners: Object.entries(model.listeners).map(([id, listener]) => {
      const certificates =
        listener.certificates && !isNotModelled(listener.certificates)
          ? listener.certificates.map(String)
          : [];
      return {
        arn: tag(`${arn}/listener/${id}`, id, listener.tags),
        port: listener.port,
        protocol: listener.protocol,
        sslPolicy: listener.sslPolicy,
        alpnPolicy: listener.alpnPolicy,
        certificateArn: certificates[0],
        extraCertificateArns: certificates.slice(1),
        ...(listener.mutualAuthentication && {
          mutualAuthentication: { mode: listener.mutualAuthentication.mode },
        }),
        attributes: { ...listener.attributes },
        defaultActions: listener.defaultActions.map(actionOf),
        rules: Object.entries(model.rules)
          .filter(([, rule]) => rule.listener === id)
          .map(([ruleId, rule]) => ({
            arn: tag(`${arn}/rule/${ruleId}`, ruleId, rule.tags),
            priority: rule.priority,
            conditions: rule.conditions.map(condition => ({
              ...condition,
              values: condition.values ?? condition.regexValues ?? [],
            })),
            actions: rule.actions.map(actionOf),
            transforms: rule.transforms ?? [],
          })),
      };
    }),
    targetGroups: Object.entries(model.targetGroups).map(([id, group]) => ({
      targetGroup: {
        arn: tag(targetGroupArn(id), id, group.tags),
        name: group.name,
        port: group.port,
        protocol: group.protocol,
        protocolVersion: group.protocolVersion,
        targetType: group.targetType,
        loadBalancerArns: [arn],
        healthCheck: {
          ...group.healthCheck,
          matcher:
            group.healthCheck.matcher?.httpCode ??
            group.healthCheck.matcher?.grpcCode,
        },
      },
      attributes: { ...group.attributes },
    })),
    tags,
    securityGroups: [
      {
        id: 'sg-backend-sg',
        name: 'k8s-traffic',
        tags: {
          'elbv2.k8s.aws/cluster': 'prod-1',
          'elbv2.k8s.aws/resource': 'backend-sg',
        },
      },
      ...Object.entries(model.securityGroups).map(([id, group]) => ({
        id: `sg-${id}`,
        name: group.name,
        tags: {
          ...group.tags,
          ...model.trackingTags,
          [model.resourceTagKey]: id,
        },
        ingress: Object.keys(group.ingress).map(rule => {
          const [protocol, ports, source] = rule.split(' ');
          const [fromPort, toPort] = ports.split('-').map(Number);
          return { protocol, fromPort, toPort, source };
        }),
      })),
    ],
    notRead: [],
  };
  const bindings = new Map(
    Object.entries(model.targetGroupBindings).map(([id, binding]) => [
      `${binding.namespace}/${binding.name}`,
      {
        metadata: {
          namespace: binding.namespace,
          name: binding.name,
          uid: id,
        },
        spec: {
          targetGroupARN: targetGroupArn(id),
          targetType: binding.targetType,
          serviceRef: binding.serviceRef,
        },
      },
    ]),
  );
  return { detail, loadBalancer, bindings };
}
