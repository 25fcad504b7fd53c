import { message } from '../../messages';
import { NO, Rule, isAwsUnread, staying } from '../case';
import { servedElsewhere } from '../elsewhere';

/** 10. Owner and controller are there, the load balancer is not active yet. */
export const provisioning: Rule = {
  state: 'provisioning',
  judge(subject) {
    const { kind, loadBalancer, cluster, scope } = subject;
    if (staying(subject).length === 0) {
      return NO;
    }
    if (kind === 'load-balancer') {
      return loadBalancer?.state.code === 'provisioning'
        ? {
            holds: true,
            because: message('state.provisioning', {
              loadBalancer: loadBalancer.name,
            }),
          }
        : NO;
    }
    if (isAwsUnread(subject)) {
      return NO;
    }
    const elsewhere = servedElsewhere(subject);
    if (elsewhere) {
      return { holds: 'unknown', wouldDecide: [elsewhere] };
    }
    if (!scope) {
      return { holds: 'unknown', wouldDecide: [message('need.scope')] };
    }
    if (cluster?.controllers.liveness !== 'alive') {
      return {
        holds: 'unknown',
        wouldDecide: [message('need.controller-evidence')],
      };
    }
    const { kind: ownerKind, metadata } = subject.owners[0].record;
    return {
      holds: true,
      because: message('state.provisioning-no-load-balancer', {
        kind: ownerKind,
        namespace: metadata.namespace,
        name: metadata.name,
      }),
    };
  },
};
