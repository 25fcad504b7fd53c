import { message } from '../../messages';
import type { ReadinessCheck } from '../input';
import { fail, pass, platform, warn } from './parts/results';

/** Two controllers in one cluster are not supported (#2185). */
export const check: ReadinessCheck = {
  code: 'LBC-DUP-002',
  title: message('check.two-controllers'),
  reads: ['kubernetes:deployments'],
  blocking: true,
  when: 'before',
  run({ all, running }) {
    const deployments = all.filter(({ kind }) => kind === 'deployment');
    if (deployments.length <= 1) {
      return [pass(message('readiness.one-controller'))];
    }
    const active = deployments.filter(
      ({ replicas }) => (replicas?.wanted ?? 1) > 0,
    );
    const params = {
      cluster: running.cluster,
      judged: `${running.namespace ?? ''}/${running.name ?? ''}`,
      controllers: deployments.map(({ namespace, name, version }) =>
        `${namespace}/${name} ${version ?? ''}`.trim(),
      ),
    };
    const remedy = platform(message('compatibility.do-keep-one-controller'));
    return [
      active.length > 1
        ? fail(message('readiness.two-controllers', params), { remedy })
        : warn(message('readiness.two-controllers-stopped', params), {
            remedy,
          }),
    ];
  },
};
