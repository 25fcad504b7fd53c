import { message } from '../../messages';
import type { ReadinessCheck } from '../input';
import { injectedNamespaces } from './parts/readinessGates';
import { firstOf, pass, platform, warn } from './parts/results';

/** Pods with a readiness gate wait for the controller: in the gap none becomes ready. */
export const check: ReadinessCheck = {
  code: 'LBC-TARGETS-001',
  title: message('check.readiness-gates'),
  reads: ['kubernetes:namespaces', 'kubernetes:deployments'],
  blocking: false,
  when: 'during',
  run(input) {
    const namespaces = injectedNamespaces(input);
    if (namespaces.length === 0) {
      return [pass(message('readiness.no-readiness-gates'))];
    }
    const params = {
      count: namespaces.length,
      namespaces: firstOf(namespaces),
    };
    return (input.running.replicas?.wanted ?? 0) > 1
      ? [pass(message('readiness.readiness-gates', params))]
      : [
          warn(message('readiness.readiness-gates-wait', params), {
            remedy: platform(message('readiness.do-freeze-deploys')),
          }),
        ];
  },
};
