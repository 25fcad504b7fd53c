import { kubernetesAxis } from '../../compatibility/axes/kubernetes';
import { message } from '../../messages';
import type { ReadinessCheck } from '../input';
import { asTarget, resultsOf } from './parts/axes';

/** The release that is to run against the version that the cluster has, or is to have. */
export const check: ReadinessCheck = {
  code: 'LBC-K8S-001',
  title: message('check.kubernetes-range'),
  reads: ['kubernetes:version', 'kubernetes:deployments', 'knowledge'],
  blocking: true,
  when: 'before',
  run: input =>
    resultsOf(kubernetesAxis(asTarget(input)), ({ code, status }) =>
      code.startsWith('eks-') ? undefined : status,
    ),
};
