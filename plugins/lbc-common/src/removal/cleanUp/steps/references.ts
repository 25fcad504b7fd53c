import { message } from '../../../messages';
import { CleanUpStep } from '../types';
import { StepContext, notKnown, step } from './context';

/** What points at it: names, listeners' references, endpoint services. */
export function references(context: StepContext): CleanUpStep {
  const { loadBalancer, commands } = context;
  const { arn, dnsName, type } = loadBalancer;
  return step(context, {
    id: 'references',
    message: message('clean-up.step.references', { dnsName }),
    resources: [arn],
    blockers: [
      notKnown(message('clean-up.blocker.names-unread')),
      ...(type === 'network'
        ? [notKnown(message('clean-up.blocker.endpoint-service-unread'))]
        : []),
    ],
    checks: [
      commands.aws(
        message('clean-up.check.listeners'),
        'elbv2',
        'describe-listeners',
        '--load-balancer-arn',
        arn,
      ),
      ...(type === 'network'
        ? [
            commands.aws(
              message('clean-up.check.endpoint-services'),
              'ec2',
              'describe-vpc-endpoint-service-configurations',
              '--query',
              `ServiceConfigurations[?NetworkLoadBalancerArns && contains(NetworkLoadBalancerArns, '${arn}')].ServiceId`,
            ),
          ]
        : [
            commands.aws(
              message('clean-up.check.as-target'),
              'elbv2',
              'describe-target-groups',
              '--query',
              `TargetGroups[?TargetType=='alb'].[TargetGroupArn]`,
              '--output',
              'text',
            ),
          ]),
    ],
  });
}
