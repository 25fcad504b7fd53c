import { message } from '../../messages';
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
    const { liveness, evidence, because, goneSince, decidesAt } =
      cluster?.controllers ?? {};
    if (!cluster || liveness === undefined || liveness === 'unknown') {
      return {
        holds: 'unknown',
        wouldDecide: [message('need.controller-evidence')],
        decidesAt,
      };
    }
    return liveness === 'gone'
      ? {
          holds: true,
          because: message('state.unattended', {
            cluster: cluster.name,
            goneAt: goneSince ?? cluster.controllers.observedAt,
          }),
          evidence: [
            ...(because
              ? [
                  {
                    message: because,
                    source: 'kubernetes' as const,
                    observedAt: cluster.controllers.observedAt,
                    role: 'supports' as const,
                  },
                ]
              : []),
            ...(evidence ?? []),
          ],
        }
      : NO;
  },
};
