import { message } from '../../messages';
import type { ReadinessCheck } from '../input';
import { notApplicable, pass } from './parts/results';

/** Auto Mode beside the controller: nothing is taken over, by either. */
export const check: ReadinessCheck = {
  code: 'LBC-AUTOMODE-001',
  title: message('check.auto-mode'),
  reads: [
    'kubernetes:ingressClasses',
    'kubernetes:mutatingWebhookConfigurations',
  ],
  blocking: false,
  when: 'after',
  run({ all, cluster }) {
    if (!all.some(({ kind }) => kind === 'eks-auto-mode')) {
      return [notApplicable(message('readiness.no-auto-mode'))];
    }
    const mutates = (
      cluster.kinds.mutatingWebhookConfigurations?.items ?? []
    ).some(({ webhooks = [] }) =>
      webhooks.some(({ name }) => name === 'mservice.elbv2.k8s.aws'),
    );
    return [
      pass(
        message(
          mutates ? 'readiness.auto-mode-mutator' : 'readiness.auto-mode',
        ),
      ),
    ];
  },
};
