import { isWhole } from '../../inventory/coverage';
import { message } from '../../messages';
import { finding } from '../finding';
import type { DoctorFinding, DoctorTargetInput } from '../types';
import { placeOf } from './actions';

/**
 * Sources that are not whole and that no other finding speaks of, such as
 * health that comes at the pace of the budget: without them a target would be
 * called seen.
 */
export function unsaidFindings(target: DoctorTargetInput): DoctorFinding[] {
  return target.sources
    .filter(({ coverage }) => !isWhole(coverage))
    .map(({ kind, coverage, reason, attemptedAt }) => {
      const ofCluster = { resource: kind, cluster: target.name };
      const ofScope = { kind, ...placeOf(target) };
      const [notWhole, wait] =
        target.kind === 'cluster'
          ? [
              message('doctor.kind-not-whole', ofCluster),
              message('doctor.do-wait', ofCluster),
            ]
          : [
              message('doctor.aws-not-whole', ofScope),
              message('doctor.do-wait-aws', ofScope),
            ];
      return finding(
        coverage === 'partial' ? 'kind-partial' : 'kind-failed',
        'warning',
        {
          target: target.id,
          message: reason ?? notWhole,
          remedy: wait,
          right: kind,
          observedAt: attemptedAt,
        },
      );
    });
}
