import { message } from '../../../messages';
import { CleanUpStep } from '../types';
import { StepContext, blocks, resourceName, step } from './context';

/** A target group, unless somebody else uses it. */
export function targetGroupStep(
  context: StepContext,
  group: { arn: string; name: string },
): CleanUpStep {
  const { commands, removal, subject } = context;
  const { arn, name } = group;
  const elsewhere = removal.usedElsewhere.find(each => each.arn === arn);
  const foreign = (removal.boundBy ?? []).filter(
    each =>
      each.targetGroupArn === arn &&
      (each.byUser || each.cluster !== subject.cluster),
  );
  return step(context, {
    id: 'target-group',
    message: message('clean-up.step.target-group', { name }),
    resources: [arn],
    blockers: [
      ...(elsewhere
        ? [
            blocks(
              message('clean-up.blocker.used-elsewhere', {
                name,
                loadBalancers: elsewhere.loadBalancers.map(resourceName),
              }),
            ),
          ]
        : []),
      ...foreign.map(each =>
        blocks(
          message('clean-up.blocker.bound-elsewhere', {
            name,
            cluster: each.cluster,
            binding: `${each.namespace}/${each.name}`,
          }),
        ),
      ),
    ],
    checks: [
      commands.aws(
        message('clean-up.check.target-group', { name }),
        'elbv2',
        'describe-target-groups',
        '--target-group-arns',
        arn,
      ),
    ],
    acts: [
      commands.aws(
        message('clean-up.act.delete', { name }),
        'elbv2',
        'delete-target-group',
        '--target-group-arn',
        arn,
      ),
    ],
  });
}
