import { kubernetesAxis } from '../../compatibility/axes/kubernetes';
import { message } from '../../messages';
import type { ReadinessCheck } from '../input';
import { asNow, resultsOf } from './parts/axes';
import { atMostWarn } from './parts/results';

/** What EKS says of its own version: how long it supports it, what is wrong. */
export const check: ReadinessCheck = {
  code: 'LBC-K8S-003',
  title: message('check.eks'),
  reads: ['kubernetes:version'],
  blocking: false,
  when: 'before',
  run(input) {
    const found = resultsOf(kubernetesAxis(asNow(input)), ({ code, status }) =>
      code.startsWith('eks-') ? atMostWarn(status) : undefined,
    );
    return found.length > 0
      ? found
      : [
          {
            status: 'not-applicable',
            message: message('readiness.eks-not-asked'),
          },
        ];
  },
};
