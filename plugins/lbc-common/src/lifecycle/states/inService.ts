import { message } from '../../messages';
import { NO, Rule, staying } from '../case';

/** 13. Owner, controller and load balancer agree. */
export const inService: Rule = {
  state: 'in-service',
  judge(subject) {
    const { loadBalancer, cluster } = subject;
    const owners = staying(subject);
    if (!loadBalancer || owners.length === 0 || !cluster) {
      return NO;
    }
    const active =
      loadBalancer.state.code === 'active' ||
      loadBalancer.state.code === 'active_impaired';
    if (!active) {
      return NO;
    }
    const { kind, metadata, claim } = owners[0].record;
    if (claim.by === 'eks-auto-mode' || claim.by === 'cloud-controller') {
      return {
        holds: true,
        because: message(
          claim.by === 'eks-auto-mode'
            ? 'state.in-service-auto-mode'
            : 'state.in-service-cloud-controller',
          { kind, namespace: metadata.namespace, name: metadata.name },
        ),
      };
    }
    return {
      holds: true,
      because:
        owners.length === 1
          ? message('state.in-service', {
              kind,
              namespace: metadata.namespace,
              name: metadata.name,
              cluster: cluster.name,
            })
          : message('state.in-service-group', {
              owners: owners.length,
              stack: subject.stack?.value ?? '?',
              cluster: cluster.name,
            }),
      evidence: cluster.controllers.evidence,
    };
  },
};
