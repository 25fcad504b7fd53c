import { message } from '../../../messages';
import { CleanUpStep } from '../types';
import { StepContext, notKnown, step } from './context';

/** Deletion protection off is a step of its own. */
export function protection(context: StepContext): CleanUpStep[] {
  const { loadBalancer, commands, subject } = context;
  const { arn, name } = loadBalancer;
  const known =
    subject.live?.loadBalancerAttributes?.['deletion_protection.enabled'];
  if (known === 'false') {
    return [];
  }
  return [
    step(context, {
      id: 'protection',
      message: message(
        known === 'true'
          ? 'clean-up.step.protection'
          : 'clean-up.step.protection-if-on',
        { loadBalancer: name },
      ),
      resources: [arn],
      blockers:
        known === 'true'
          ? []
          : [notKnown(message('clean-up.blocker.protection-unread'))],
      checks: [
        commands.aws(
          message('clean-up.check.protection', { name }),
          'elbv2',
          'describe-load-balancer-attributes',
          '--load-balancer-arn',
          arn,
        ),
      ],
      acts: [
        commands.aws(
          message('clean-up.act.protection-off', { name }),
          'elbv2',
          'modify-load-balancer-attributes',
          '--load-balancer-arn',
          arn,
          '--attributes',
          'Key=deletion_protection.enabled,Value=false',
        ),
      ],
    }),
  ];
}
