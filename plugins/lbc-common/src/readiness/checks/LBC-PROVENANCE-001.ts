import { message } from '../../messages';
import type { ReadinessCheck } from '../input';
import { passes } from './parts/jump';
import { pass, platform, unknown, warn } from './parts/results';

/** Registries of upstream's own: both architectures are there. */
const OWN =
  /^(public\.ecr\.aws\/eks\/|\d{12}\.dkr\.ecr\.[a-z0-9-]+\.amazonaws\.com(\.cn)?\/(amazon|eks)\/)/;
const MOVED = /^602401143452\.dkr\.ecr\.us-west-2\./;

/** Whether the target's image is where the cluster pulls from. */
export const check: ReadinessCheck = {
  code: 'LBC-PROVENANCE-001',
  title: message('check.image'),
  reads: ['kubernetes:deployments'],
  blocking: false,
  when: 'before',
  targets: ['controller'],
  run(input) {
    const [first] = input.running.versions;
    const image = first?.image ?? '';
    const version = input.to?.version ?? '';
    const registry = image.split('@')[0].split(':')[0];
    if (image === '') {
      return [unknown(message('readiness.image-unknown'))];
    }
    if (MOVED.test(image) && passes(input, 'v2.4.6')) {
      return [
        warn(message('readiness.image-moved', { version }), {
          remedy: platform(message('readiness.do-allow-registry')),
        }),
      ];
    }
    return OWN.test(image)
      ? [pass(message('readiness.image-upstream', { registry, version }))]
      : [
          unknown(message('readiness.image-mirror', { registry, version }), {
            remedy: platform(
              message('readiness.do-mirror-image', { registry, version }),
            ),
          }),
        ];
  },
};
