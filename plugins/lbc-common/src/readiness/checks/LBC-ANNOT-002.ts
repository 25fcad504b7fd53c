import { message } from '../../messages';
import type { ReadinessCheck } from '../input';
import { byName, featureChanges } from './parts/features';
import { fail, firstOf, owners, pass, unknown } from './parts/results';

/** Annotations and fields that act now and that the target does not read. */
export const check: ReadinessCheck = {
  code: 'LBC-ANNOT-002',
  title: message('check.features-end'),
  reads: ['kubernetes:ingresses', 'kubernetes:services', 'knowledge'],
  blocking: true,
  when: 'before',
  targets: ['controller'],
  run(input) {
    const version = input.to?.version ?? '';
    if (!input.from || !input.to) {
      return [unknown(message('readiness.features-unknown'))];
    }
    const end = byName(
      featureChanges(input).filter(
        ({ was, is }) => was === 'read' && is !== 'unknown',
      ),
    );
    return end.length > 0
      ? end.map(({ name, objects }) =>
          fail(
            message('readiness.feature-ends', {
              name,
              version,
              count: objects.length,
              objects: firstOf(objects),
            }),
            {
              remedy: owners(message('readiness.do-rewrite-feature', { name })),
            },
          ),
        )
      : [pass(message('readiness.features-kept', { version }))];
  },
};
