import { message } from '../../messages';
import { ClusterFacts } from './clusterFacts';
import { objectOf, ownerEvidence } from './parts';
import { FindingRule } from './types';

/** O11: the Gateway says that it is programmed, and its load balancer has nothing behind it. */
export const hollowGateway: FindingRule = {
  code: 'hollow-gateway',
  title: message('finding.hollow-gateway'),
  failureModes: ['O11'],
  find({ subject }) {
    const { loadBalancer, targetGroups, targetGroupsComplete, cluster } =
      subject;
    const owner = subject.owners.find(
      ({ role, namesIt, record }) =>
        role === 'member' && namesIt && record.kind === 'Gateway',
    );
    if (
      !owner ||
      !cluster ||
      !loadBalancer ||
      !targetGroupsComplete ||
      targetGroups.length > 0
    ) {
      return undefined;
    }
    const { namespace, name } = owner.record.metadata;
    const { status } =
      ClusterFacts.of(cluster.snapshot).gateway(namespace, name) ?? {};
    const isProgrammed = status?.conditions?.some(
      each => each.type === 'Programmed' && each.status === 'True',
    );
    const listeners = status?.listeners ?? [];
    const isBare =
      listeners.length > 0 &&
      listeners.every(({ attachedRoutes }) => attachedRoutes === 0);
    return isProgrammed && isBare
      ? {
          messages: [message('finding.hollow-gateway.is', objectOf(owner))],
          who: 'you',
          whatToDo: message('finding.hollow-gateway.do', objectOf(owner)),
          evidence: [
            ownerEvidence(
              subject,
              owner,
              message('finding.hollow-gateway.seen', {
                ...objectOf(owner),
                loadBalancer: loadBalancer.name,
              }),
            ),
          ],
        }
      : undefined;
  },
};
