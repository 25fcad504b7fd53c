import { message } from '../../messages';
import type { ReadinessCheck } from '../input';
import { fail, owners, pass } from './parts/results';
import { nameOfSubject, servedSubjects } from './parts/subjects';

/** Owners that left the controller's scope: it deletes what they had as it returns. */
export const check: ReadinessCheck = {
  code: 'LBC-PENDING-003',
  title: message('check.pending-released'),
  reads: ['subjects', 'kubernetes:ingresses', 'kubernetes:services'],
  blocking: true,
  when: 'before',
  run(input) {
    const released = servedSubjects(input).filter(
      ({ state, owners: all, loadBalancer }) =>
        loadBalancer !== undefined &&
        (state === 'deleting' || state === 'stuck-deleting') &&
        all.every(({ deletionTimestamp }) => deletionTimestamp === undefined),
    );
    return released.length > 0
      ? released.map(subject =>
          fail(
            message('readiness.released', { stack: nameOfSubject(subject) }),
            {
              evidence: [
                {
                  message: subject.because,
                  source: 'kubernetes',
                  observedAt: subject.observedAt,
                  role: 'supports',
                },
              ],
              remedy: owners(message('readiness.do-claim-again')),
            },
          ),
        )
      : [pass(message('readiness.none-released'))];
  },
};
