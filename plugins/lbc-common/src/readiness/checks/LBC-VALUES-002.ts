import { isRecord } from '../../compatibility/values';
import { message } from '../../messages';
import type { ReadinessCheck } from '../input';
import {
  fail,
  notApplicable,
  pass,
  platform,
  unknown,
  warn,
} from './parts/results';
import { valueAt } from './parts/values';

/** Values under another name in the target's chart. */
const RENAMED: Record<string, string> = {
  webhookNamespaceSelector: 'webhookNamespaceSelectors',
};

/** Values that are set and that the target's chart no longer reads, or reads as another type. */
export const check: ReadinessCheck = {
  code: 'LBC-VALUES-002',
  title: message('check.chart-values-gone'),
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
    const gone = Object.keys(delta.chartValues.removed);
    const retyped = Object.entries(delta.chartValues.changed).filter(
      ([, { from, to }]) => isRecord(from) && Array.isArray(to),
    );
    if (gone.length === 0 && retyped.length === 0) {
      return [pass(message('readiness.chart-values-kept'))];
    }
    if (!values) {
      return [
        unknown(
          message('readiness.values-not-read', {
            values: [...gone, ...retyped.map(([name]) => name)],
          }),
          { remedy: platform(message('readiness.do-give-values')) },
        ),
      ];
    }
    const found = [
      ...gone
        .filter(name => valueAt(values, name) !== undefined)
        .map(name =>
          warn(
            message(
              RENAMED[name] === undefined
                ? 'readiness.chart-value-gone'
                : 'readiness.chart-value-renamed',
              { name, renamed: RENAMED[name] ?? '' },
            ),
            {
              remedy: platform(message('readiness.do-change-value', { name })),
            },
          ),
        ),
      ...retyped
        .filter(([name]) => isRecord(valueAt(values, name)))
        .map(([name]) =>
          fail(message('readiness.chart-value-retyped', { name }), {
            remedy: platform(message('readiness.do-change-value', { name })),
          }),
        ),
    ];
    return found.length > 0
      ? found
      : [pass(message('readiness.chart-values-kept'))];
  },
};
