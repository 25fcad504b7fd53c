import { message } from '../../messages';
import type { ReadinessCheck } from '../input';
import { injectedNamespaces } from './parts/readinessGates';
import { known, pass, platform, unknown, warn } from './parts/results';

/** Webhooks that only Pods of labelled namespaces, or objects of a gate, meet. */
const NARROW = [
  'quicid.elbv2.k8s.aws',
  'alb-target-control.namespace.elbv2.k8s.aws',
  'alb-target-control.object.elbv2.k8s.aws',
  'vglobalaccelerator.aga.k8s.aws',
];

/** Webhooks that come, go, or fail otherwise than before. */
export const check: ReadinessCheck = {
  code: 'LBC-WEBHOOK-003',
  title: message('check.webhook-policies'),
  reads: ['knowledge', 'kubernetes:namespaces'],
  blocking: false,
  when: 'during',
  targets: ['controller'],
  run(input) {
    const { delta } = input;
    if (!delta?.webhooks.known) {
      return [unknown(message('readiness.webhooks-delta-unknown'))];
    }
    const { added, changed } = delta.webhooks;
    const fresh = Object.values(added).filter(
      ({ failurePolicy }) => failurePolicy === 'Fail',
    );
    const wide = fresh.filter(({ name }) => !NARROW.includes(name));
    const gated = injectedNamespaces(input);
    const found = [
      ...wide.map(({ name, resources, operations }) =>
        warn(
          message('readiness.webhook-new', {
            webhook: name,
            resources: [...resources],
            operations: [...operations],
          }),
          { remedy: platform(message('readiness.do-know-webhook')) },
        ),
      ),
      ...(fresh.length > wide.length
        ? [
            pass(
              message('readiness.webhook-new-narrow', {
                webhooks: fresh
                  .filter(({ name }) => NARROW.includes(name))
                  .map(({ name }) => name),
              }),
            ),
          ]
        : []),
      ...Object.entries(changed)
        .filter(([, { from, to }]) => from.failurePolicy !== to.failurePolicy)
        .map(([webhook, { from, to }]) => {
          const params = {
            webhook,
            was: from.failurePolicy,
            policy: to.failurePolicy,
          };
          const isGate = webhook === 'mpod.elbv2.k8s.aws' && gated.length > 0;
          return (isGate ? warn : pass)(
            message('readiness.webhook-policy', params),
            {
              evidence: isGate
                ? [
                    known(
                      message('readiness.readiness-gate-namespaces', {
                        namespaces: gated,
                      }),
                    ),
                  ]
                : [],
            },
          );
        }),
    ];
    return found.length > 0
      ? found
      : [pass(message('readiness.webhooks-same'))];
  },
};
