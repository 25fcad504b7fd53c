import { message } from '../../../messages';
import { CleanUpStep } from '../types';
import { StepContext, step } from './context';

/** The load balancer, with its listeners and rules. */
export function loadBalancerStep(context: StepContext): CleanUpStep {
  const { loadBalancer, commands } = context;
  const { arn, name } = loadBalancer;
  return step(context, {
    id: 'load-balancer',
    message: message('clean-up.step.load-balancer', { loadBalancer: name }),
    resources: [arn],
    checks: [
      commands.aws(
        message('command.load-balancer', { name }),
        'elbv2',
        'describe-load-balancers',
        '--load-balancer-arns',
        arn,
      ),
    ],
    acts: [
      commands.aws(
        message('clean-up.act.delete', { name }),
        'elbv2',
        'delete-load-balancer',
        '--load-balancer-arn',
        arn,
      ),
      commands.aws(
        message('clean-up.act.wait', { name }),
        'elbv2',
        'wait',
        'load-balancers-deleted',
        '--load-balancer-arns',
        arn,
      ),
    ],
  });
}
