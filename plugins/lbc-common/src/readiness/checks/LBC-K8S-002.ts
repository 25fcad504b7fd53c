import { message } from '../../messages';
import type { ReadinessCheck } from '../input';
import { fail, pass, platform, unknown } from './parts/results';

/** EKS and kubeadm go one minor version at a time. */
export const check: ReadinessCheck = {
  code: 'LBC-K8S-002',
  title: message('check.kubernetes-step'),
  reads: ['kubernetes:version'],
  blocking: true,
  when: 'before',
  targets: ['kubernetes'],
  run({ kubernetes: { from, to } }) {
    if (from === undefined || to === undefined) {
      return [unknown(message('readiness.kubernetes-step-unknown'))];
    }
    const steps = minorNumber(to) - minorNumber(from);
    return steps > 1
      ? [
          fail(message('readiness.kubernetes-steps', { from, to, steps }), {
            remedy: platform(
              message('readiness.do-step-kubernetes', {
                next: `1.${minorNumber(from) + 1}`,
              }),
            ),
          }),
        ]
      : [pass(message('readiness.kubernetes-one-step', { from, to }))];
  },
};

function minorNumber(version: string): number {
  return Number(version.split('.')[1]);
}
