import { parseGates } from '../../compatibility/running';
import { message } from '../../messages';
import type { ReadinessCheck } from '../input';
import { fail, pass, platform, unknown } from './parts/results';

const RENAMED: Record<string, string> = {
  AGAController: 'GlobalAcceleratorController',
};

/** A gate that the target does not know ends it at start. */
export const check: ReadinessCheck = {
  code: 'LBC-GATES-001',
  title: message('check.gates-gone'),
  reads: ['kubernetes:deployments', 'knowledge'],
  blocking: true,
  when: 'before',
  targets: ['controller'],
  run({ running, to }) {
    const { settings } = parseGates(running.flags['feature-gates']);
    const set = Object.keys(settings);
    const version = to?.version ?? '';
    if (set.length === 0 && to) {
      return [pass(message('readiness.gates-not-set'))];
    }
    const { gates } = to ?? {};
    if (!gates) {
      return [unknown(message('readiness.gates-unknown', { version }))];
    }
    const gone = set.filter(gate => gates[gate] === undefined);
    return gone.length > 0
      ? gone.map(gate =>
          fail(
            message(
              RENAMED[gate] === undefined
                ? 'readiness.gate-gone'
                : 'readiness.gate-renamed',
              { gate, version, renamed: RENAMED[gate] ?? '' },
            ),
            {
              remedy: platform(
                message('compatibility.do-remove-gate', { gate }),
              ),
            },
          ),
        )
      : [pass(message('readiness.gates-kept', { gates: set, version }))];
  },
};
