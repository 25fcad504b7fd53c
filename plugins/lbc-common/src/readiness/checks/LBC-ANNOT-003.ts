import { message } from '../../messages';
import type { ReadinessCheck } from '../input';
import { passes } from './parts/jump';
import { MEANINGS } from './parts/meanings';
import { firstOf, pass, platform, unknown, warn } from './parts/results';

/** Objects whose words stay and whose meaning changes on the way. */
export const check: ReadinessCheck = {
  code: 'LBC-ANNOT-003',
  title: message('check.meanings'),
  reads: [
    'kubernetes:ingresses',
    'kubernetes:ingressClasses',
    'kubernetes:services',
    'knowledge',
  ],
  blocking: true,
  when: 'before',
  targets: ['controller'],
  run(input) {
    if (!input.from || !input.to) {
      return [unknown(message('readiness.features-unknown'))];
    }
    const found = MEANINGS.filter(({ since }) => passes(input, since)).flatMap(
      ({ since, code, remedy, objectsOf }) => {
        const objects = objectsOf(input);
        return objects.length > 0
          ? [
              warn(
                message(code, {
                  since,
                  count: objects.length,
                  objects: firstOf(objects),
                }),
                { remedy: platform(message(remedy)) },
              ),
            ]
          : [];
      },
    );
    return found.length > 0
      ? found
      : [pass(message('readiness.meanings-same'))];
  },
};
