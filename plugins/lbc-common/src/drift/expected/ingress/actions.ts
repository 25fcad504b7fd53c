import { notModelled } from '../../facts';
import { serviceOf } from '../context';
import { ExpectedAction } from '../types';
import { preActions } from './auth';
import { Backend } from './backends';
import { Member } from './members';
import { TargetGroupContext, buildTargetGroup } from './targetGroups';

/** `buildActions`: what a request must pass, then where it goes. */
export function actionsOf(
  shared: TargetGroupContext,
  member: Member,
  backend: Backend,
): (protocol: string) => ExpectedAction[] {
  const { namespace } = member.ingress.metadata;
  const before = preActions(shared.context, member, backend);
  return protocol => [
    ...before(protocol),
    backend.targets
      ? {
          ...backend.action,
          targetGroups: backend.targets.map(target => {
            if ('arn' in target) {
              return { targetGroup: target.arn, weight: target.weight };
            }
            const service =
              'service' in target
                ? serviceOf(shared.context, namespace, target.service)
                : undefined;
            return {
              targetGroup:
                service && 'service' in target
                  ? buildTargetGroup(shared, {
                      member,
                      service,
                      port: target.port,
                    })
                  : notModelled('target-group-names'),
              weight: target.weight,
            };
          }),
        }
      : backend.action,
  ];
}
