import { message } from '../../../messages';
import { CleanUpStep } from '../types';
import { StepContext, resourceName, step } from './context';

/** How long traffic is looked back for. */
const TRAFFIC_DAYS = 14;

/** Is it still what it was, and does anybody use it? Nothing is changed yet. */
export function look(context: StepContext): CleanUpStep {
  const { loadBalancer, commands, subject, now } = context;
  const { arn, name, type } = loadBalancer;
  const from = new Date(
    Date.parse(now) - TRAFFIC_DAYS * 86_400_000,
  ).toISOString();
  const isNetwork = type === 'network';
  return step(context, {
    id: 'look',
    message: message('clean-up.step.look', { loadBalancer: name }),
    resources: [arn],
    checks: [
      commands.aws(
        message('clean-up.check.tags', { name }),
        'elbv2',
        'describe-tags',
        '--resource-arns',
        arn,
      ),
      ...subject.targetGroups.map(group =>
        commands.aws(
          message('command.target-health', { name: group.name }),
          'elbv2',
          'describe-target-health',
          '--target-group-arn',
          group.arn,
        ),
      ),
      ...(type === 'gateway'
        ? []
        : [
            commands.aws(
              message('clean-up.check.traffic', { days: TRAFFIC_DAYS }),
              'cloudwatch',
              'get-metric-statistics',
              '--namespace',
              isNetwork ? 'AWS/NetworkELB' : 'AWS/ApplicationELB',
              '--metric-name',
              isNetwork ? 'ActiveFlowCount' : 'RequestCount',
              '--dimensions',
              `Name=LoadBalancer,Value=${resourceName(arn)}`,
              '--start-time',
              from,
              '--end-time',
              now,
              '--period',
              '86400',
              '--statistics',
              isNetwork ? 'Maximum' : 'Sum',
            ),
          ]),
    ],
  });
}
