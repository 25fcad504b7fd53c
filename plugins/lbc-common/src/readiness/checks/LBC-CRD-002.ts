import { crdsAxis } from '../../compatibility/axes/crds';
import { message } from '../../messages';
import type { ReadinessCheck } from '../input';
import { asTarget } from './parts/axes';
import { notApplicable, pass, platform, unknown, warn } from './parts/results';

const BEHIND = /^crd-(missing|field-missing|version-not-served)$/;

/** Helm installs the folder `crds/` once and never upgrades it. */
export const check: ReadinessCheck = {
  code: 'LBC-CRD-002',
  title: message('check.helm-crds'),
  reads: ['kubernetes:customResourceDefinitions', 'knowledge'],
  blocking: false,
  when: 'before',
  targets: ['controller'],
  run(input) {
    const { to, running } = input;
    if (!to) {
      return [unknown(message('readiness.target-unknown'))];
    }
    if (!running.chart) {
      return [notApplicable(message('readiness.no-chart'))];
    }
    const behind = crdsAxis(asTarget(input))
      .findings.filter(({ code }) => BEHIND.test(code))
      .map(({ message: said }) => String(said.params?.crd ?? ''));
    const crds = [...new Set(behind)];
    if (crds.length === 0) {
      return [
        pass(
          message('readiness.helm-crds-done', {
            version: to.version,
          }),
        ),
      ];
    }
    const gateway = crds.some(name => name.endsWith('.gateway.k8s.aws'));
    return [
      warn(
        message(
          gateway
            ? 'readiness.helm-leaves-gateway-crds'
            : 'readiness.helm-leaves-crds',
          { crds, version: to.version },
        ),
        { remedy: platform(message('readiness.do-apply-crds-by-hand')) },
      ),
    ];
  },
};
