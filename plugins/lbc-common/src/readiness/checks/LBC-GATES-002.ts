import { parseGates } from '../../compatibility/running';
import { message } from '../../messages';
import type { ReadinessCheck, ReadinessInput } from '../input';
import { pass, platform, unknown, warn } from './parts/results';

const GATEWAY = /Gateway/;

/** Gates that are on under the target and were not before. */
export const check: ReadinessCheck = {
  code: 'LBC-GATES-002',
  title: message('check.gates-on'),
  reads: ['kubernetes:deployments', 'knowledge'],
  blocking: false,
  when: 'before',
  targets: ['controller'],
  run(input) {
    const { running, from, to } = input;
    if (!from?.gates || !to?.gates) {
      return [unknown(message('readiness.gates-delta-unknown'))];
    }
    const { settings } = parseGates(running.flags['feature-gates']);
    const [was, is] = [from.gates, to.gates];
    const names = Object.keys({ ...was, ...is }).filter(
      gate => settings[gate] === undefined,
    );
    const on = names
      .filter(gate => is[gate] === true && was[gate] !== true)
      // Without any CRD of the Gateway API these switch themselves off.
      .filter(gate => !GATEWAY.test(gate) || hasGatewayCrds(input));
    const off = names.filter(gate => was[gate] === true && is[gate] !== true);
    const found = [
      ...on.map(gate =>
        warn(message('readiness.gate-on', { gate, version: to.version }), {
          remedy: platform(
            message('readiness.do-set-gate', { gate, value: false }),
          ),
        }),
      ),
      ...off.map(gate =>
        warn(message('readiness.gate-off', { gate, version: to.version }), {
          remedy: platform(
            message('readiness.do-set-gate', { gate, value: true }),
          ),
        }),
      ),
    ];
    return found.length > 0
      ? found
      : [pass(message('readiness.gates-same', { version: to.version }))];
  },
};

/** Whether it has any; where CRDs were not read, it may. */
function hasGatewayCrds({ cluster }: ReadinessInput): boolean {
  const { customResourceDefinitions: crds } = cluster.kinds;
  return (
    crds?.coverage !== 'complete' ||
    crds.items.some(({ metadata }) =>
      metadata.name.endsWith('.gateway.networking.k8s.io'),
    )
  );
}
