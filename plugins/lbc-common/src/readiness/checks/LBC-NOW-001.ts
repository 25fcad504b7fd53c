import { controllerFinalizers } from '../../identity/finalizers';
import { message } from '../../messages';
import type { ReadinessCheck, ReadinessInput } from '../input';
import { fail, firstOf, owners, pass } from './parts/results';

/** Kinds that carry a finalizer of the controller's. */
const KINDS = [
  ['ingresses', 'Ingress'],
  ['services', 'Service'],
  ['targetGroupBindings', 'TargetGroupBinding'],
  ['gateways', 'Gateway'],
  ['globalAccelerators', 'GlobalAccelerator'],
] as const;

function terminating({ cluster }: ReadinessInput): string[] {
  return KINDS.flatMap(([kind, name]) =>
    (cluster.kinds[kind]?.items ?? []).flatMap(({ metadata }) =>
      metadata.deletionTimestamp !== undefined &&
      controllerFinalizers(metadata.finalizers ?? []).length > 0
        ? [`${name} ${metadata.namespace}/${metadata.name}`]
        : [],
    ),
  );
}

/** What is being deleted now waits for the controller's finalizer. */
export const check: ReadinessCheck = {
  code: 'LBC-NOW-001',
  title: message('check.terminating'),
  reads: [
    'kubernetes:namespaces',
    'kubernetes:ingresses',
    'kubernetes:services',
    'kubernetes:targetGroupBindings',
    'kubernetes:gateways',
  ],
  blocking: true,
  when: 'before',
  run(input) {
    const found = terminating(input);
    return found.length > 0
      ? [
          fail(
            message('readiness.terminating', {
              count: found.length,
              objects: firstOf(found),
            }),
            { remedy: owners(message('readiness.do-finish-deletion')) },
          ),
        ]
      : [pass(message('readiness.none-terminating'))];
  },
};
