import { message } from '../../messages';
import type { ReadinessCheck } from '../input';
import { notApplicable, pass, platform, unknown, warn } from './parts/results';
import { textOfValue, valueAt } from './parts/values';

/** Other checks look at these, or nothing follows from them. */
const ELSEWHERE = /^(image\.|keepTLSSecret$|certManager\.)/;

/** Defaults of the chart that the jump changes, and nobody's values set. */
export const check: ReadinessCheck = {
  code: 'LBC-VALUES-001',
  title: message('check.chart-defaults'),
  reads: ['values', 'knowledge'],
  blocking: false,
  when: 'before',
  targets: ['controller'],
  run({ delta, running, values }) {
    if (!running.chart) {
      return [notApplicable(message('readiness.no-chart'))];
    }
    if (!delta?.chartValues.known) {
      return [unknown(message('readiness.chart-values-unknown'))];
    }
    const changes = Object.entries(delta.chartValues.changed).filter(
      ([name]) => !ELSEWHERE.test(name),
    );
    if (changes.length === 0) {
      return [pass(message('readiness.chart-defaults-same'))];
    }
    if (!values) {
      return [
        unknown(
          message('readiness.values-not-read', {
            values: changes.map(([name]) => name),
          }),
          { remedy: platform(message('readiness.do-give-values')) },
        ),
      ];
    }
    return changes.map(([name, { from, to }]) => {
      const params = {
        name,
        was: textOfValue(from),
        is: textOfValue(to),
      };
      return valueAt(values, name) === undefined
        ? warn(message('readiness.chart-default-flips', params), {
            remedy: platform(message('readiness.do-set-value', params)),
          })
        : pass(message('readiness.chart-default-set', params));
    });
  },
};
