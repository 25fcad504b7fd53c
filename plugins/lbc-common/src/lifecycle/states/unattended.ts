import { message } from '../../messages';
import { attendanceOf } from '../attendance';
import { NO, Rule, staying } from '../case';

/** 8. Owner and load balancer are there, and no controller serves this owner. */
export const unattended: Rule = {
  state: 'unattended',
  judge(subject) {
    const { cluster } = subject;
    const owners = staying(subject);
    if (owners.length === 0) {
      return NO;
    }
    if (
      owners.every(
        ({ record }) =>
          record.claim.by === 'eks-auto-mode' ||
          record.claim.by === 'cloud-controller',
      )
    ) {
      // AWS' or the cloud controller's: they do not live in a Deployment here.
      return NO;
    }
    const attendances = owners.map(owner => attendanceOf(subject, owner));
    const { decidesAt } = cluster?.controllers ?? {};
    if (!cluster || attendances.some(each => each.liveness === 'unknown')) {
      return {
        holds: 'unknown',
        wouldDecide: [message('need.controller-evidence')],
        decidesAt,
      };
    }
    // One member that is served keeps the load balancer reconciled.
    if (attendances.some(each => each.liveness === 'alive')) {
      return NO;
    }
    const { controllers } = cluster;
    const unwatched = attendances[0].because;
    return {
      holds: true,
      because:
        unwatched ??
        message('state.unattended', {
          cluster: cluster.name,
          goneAt: controllers.goneSince ?? controllers.observedAt,
        }),
      evidence: [
        {
          message: unwatched ?? controllers.because,
          source: 'kubernetes',
          observedAt: controllers.observedAt,
          role: 'supports',
        },
        ...controllers.evidence,
      ],
    };
  },
};
