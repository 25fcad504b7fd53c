import { message } from '../../messages';
import { attendanceOf } from '../attendance';
import { NO, Rule, isAwsUnread } from '../case';
import { servedElsewhere } from '../elsewhere';

/** 7. An owner without a load balancer asks, and nobody answers. */
export const unserved: Rule = {
  state: 'unserved',
  judge(subject) {
    const { kind, owners, cluster, scope } = subject;
    const [owner] = owners;
    if (kind !== 'owner' || !owner || !cluster) {
      return NO;
    }
    if (isAwsUnread(subject)) {
      return NO;
    }
    const elsewhere = servedElsewhere(subject);
    if (elsewhere) {
      return { holds: 'unknown', wouldDecide: [elsewhere] };
    }
    const { record } = owner;
    const { claim } = record;
    const object = {
      kind: record.kind,
      namespace: record.metadata.namespace,
      name: record.metadata.name,
    };
    if (
      (claim.status === 'nobody' || claim.status === 'class-missing') &&
      claim.reason
    ) {
      return { holds: true, because: claim.reason };
    }
    if (claim.status === 'unknown') {
      return {
        holds: 'unknown',
        wouldDecide: claim.reason ? [claim.reason] : [],
      };
    }
    // That it has none is AWS' to say.
    if (scope && scope.snapshot.kinds.loadBalancers?.coverage !== 'complete') {
      return { holds: 'unknown', wouldDecide: [message('need.describe')] };
    }
    const { evidence } = cluster.controllers;
    const { liveness, because } = attendanceOf(subject, owner);
    if (liveness === 'alive') {
      return NO;
    }
    return liveness === 'gone'
      ? {
          holds: true,
          because: because ?? message('state.unserved-no-controller', object),
          evidence,
        }
      : {
          holds: 'unknown',
          wouldDecide: [message('need.controller-evidence')],
          decidesAt: cluster.controllers.decidesAt,
        };
  },
};
