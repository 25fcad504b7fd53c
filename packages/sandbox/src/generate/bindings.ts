import { JsonObject } from '../json';
import { MakeContext, managed, metadata } from './objects';
import { BackendPlan, StackPlan } from './plan';

const API_VERSION = 'elbv2.k8s.aws/v1beta1';

/** The TargetGroupBinding that the controller makes for a target group. */
export function targetGroupBinding(
  stack: StackPlan,
  { workload, port, targetPort, targetGroup }: BackendPlan,
  { ids }: MakeContext,
): JsonObject {
  const at = stack.createdAt + 10_000;
  const { cluster } = stack;
  return {
    apiVersion: API_VERSION,
    kind: 'TargetGroupBinding',
    metadata: metadata(ids, {
      name: targetGroup.name,
      namespace: workload.namespace,
      uid: ids.uid(cluster.name, 'binding', targetGroup.name),
      createdAt: at,
      generation: 1,
      labels: stackLabels(stack),
      annotations: {
        'elbv2.k8s.aws/checkpoint': `${ids.hex(
          43,
          'a',
          targetGroup.name,
        )}/${ids.hex(43, 'b', targetGroup.name)}`,
        'elbv2.k8s.aws/checkpoint-timestamp': String(Math.floor(at / 1000)),
      },
      finalizers: ['elbv2.k8s.aws/resources'],
      managedFields: [
        managed('controller', API_VERSION, at),
        managed('controller', API_VERSION, at, 'status'),
      ],
    }),
    spec: {
      ipAddressType: 'ipv4',
      networking: {
        ingress: [
          {
            from: [{ securityGroup: { groupID: cluster.backendGroup.id } }],
            ports: [{ port: targetPort, protocol: 'TCP' }],
          },
        ],
      },
      serviceRef: { name: workload.name, port },
      targetGroupARN: targetGroup.arn,
      targetGroupProtocol: stack.family === 'service' ? 'TCP' : 'HTTP',
      targetType: 'ip',
      vpcID: cluster.scope.vpcId,
    },
    status: { observedGeneration: 1 },
  };
}

/** The tag and label prefix of a stack's family. */
export function familyPrefix(stack: StackPlan): string {
  switch (stack.family) {
    case 'service':
      return 'service.k8s.aws';
    case 'gateway':
      return 'gateway.k8s.aws.alb';
    default:
      return 'ingress.k8s.aws';
  }
}

function stackLabels(stack: StackPlan): Record<string, string> {
  const prefix = familyPrefix(stack);
  if (stack.family === 'group') {
    return { [`${prefix}/stack`]: stack.stack };
  }
  const [owner] = stack.owners;
  return {
    [`${prefix}/stack-name`]: owner.name,
    [`${prefix}/stack-namespace`]: owner.namespace,
  };
}
