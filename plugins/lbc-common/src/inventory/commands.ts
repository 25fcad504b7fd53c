import { SubjectCase } from '../lifecycle/case';
import { message } from '../messages';
import { isOperand, shellQuote } from './shellQuote';
import { Command } from './subject';

/** A command of a verb, which is ours, and of one word that is not. */
function aws(region: string, verb: string, word: string): string {
  return `aws ${verb} ${shellQuote(word)} --region ${shellQuote(region)}`;
}

/** Commands that check a verdict by hand. They only read. */
export function commandsFor(subject: SubjectCase): Command[] {
  const commands: Command[] = [];
  const { loadBalancer, scope, cluster } = subject;
  const owners = [
    ...subject.owners.map(({ record }) => ({
      kind: record.kind,
      namespace: record.metadata.namespace,
      name: record.metadata.name,
    })),
    ...subject.missing,
  ];
  // Names of owners that are missing come from tags, which anybody may write.
  const named = owners.filter(
    ({ namespace, name }) => isOperand(namespace) && isOperand(name),
  );
  for (const { kind, namespace, name } of named.slice(0, 3)) {
    commands.push({
      tool: 'kubectl',
      purpose: message('command.owner', { kind, namespace, name }),
      text: `kubectl -n ${shellQuote(namespace)} get ${shellQuote(
        kind.toLowerCase(),
      )} ${shellQuote(name)} -o yaml`,
    });
  }
  const controller = cluster?.controllers.controllers[0];
  if (cluster) {
    commands.push({
      tool: 'kubectl',
      purpose: message('command.controller', { cluster: cluster.name }),
      text: controller
        ? `kubectl -n ${shellQuote(
            controller.namespace,
          )} get deployment,pods,lease -o wide`
        : 'kubectl get deployments -A -l app.kubernetes.io/name=aws-load-balancer-controller',
    });
  }
  if (subject.securityGroup && scope) {
    const { id, name } = subject.securityGroup;
    commands.push({
      tool: 'aws',
      purpose: message('command.security-group', { name }),
      text: aws(
        scope.snapshot.region,
        'ec2 describe-network-interfaces --filters',
        `Name=group-id,Values=${id}`,
      ),
    });
  }
  if (loadBalancer && scope) {
    const { region } = scope.snapshot;
    commands.push(
      {
        tool: 'aws',
        purpose: message('command.load-balancer', { name: loadBalancer.name }),
        text: aws(
          region,
          'elbv2 describe-load-balancers --load-balancer-arns',
          loadBalancer.arn,
        ),
      },
      {
        tool: 'aws',
        purpose: message('command.tags', { name: loadBalancer.name }),
        text: aws(
          region,
          'elbv2 describe-tags --resource-arns',
          loadBalancer.arn,
        ),
      },
    );
    for (const { targetGroup } of subject.targetGroups.slice(0, 3)) {
      commands.push({
        tool: 'aws',
        purpose: message('command.target-health', { name: targetGroup.name }),
        text: aws(
          region,
          'elbv2 describe-target-health --target-group-arn',
          targetGroup.arn,
        ),
      });
    }
  }
  return commands;
}
