import { message } from '../../messages';
import type { ReadinessCheck } from '../input';
import { byName, featureChanges } from './parts/features';
import { firstOf, owners, pass, unknown, warn } from './parts/results';

/** Annotations and fields that do nothing now and begin to act. */
export const check: ReadinessCheck = {
  code: 'LBC-ANNOT-001',
  title: message('check.features-begin'),
  reads: ['kubernetes:ingresses', 'kubernetes:services', 'knowledge'],
  blocking: true,
  when: 'before',
  targets: ['controller'],
  run(input) {
    const version = input.to?.version ?? '';
    if (!input.from || !input.to) {
      return [unknown(message('readiness.features-unknown'))];
    }
    const begin = byName(
      featureChanges(input).filter(({ is }) => is === 'read'),
    );
    return begin.length > 0
      ? begin.map(({ name, objects }) =>
          warn(
            message('readiness.feature-begins', {
              name,
              version,
              count: objects.length,
              objects: firstOf(objects),
            }),
            { remedy: owners(message('readiness.do-want-feature', { name })) },
          ),
        )
      : [pass(message('readiness.features-same', { version }))];
  },
};
