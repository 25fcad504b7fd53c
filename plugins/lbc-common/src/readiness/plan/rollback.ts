import { shellQuote } from '../../inventory/shellQuote';
import { Message, message } from '../../messages';
import type { PlanStep } from '../types';
import { changes, PlanContext, reads, step } from './step';

/** The way back that really exists, and what stays behind. */
export function rollback({ input }: PlanContext): PlanStep[] {
  const { delta, from, target, running } = input;
  if (target.kind === 'kubernetes') {
    return [
      step(
        'rollback',
        message('plan.no-way-back-kubernetes'),
        message('plan.why-no-way-back-kubernetes'),
        { who: 'nobody' },
      ),
    ];
  }
  if (!from || !delta) {
    return [];
  }
  const { namespace = 'kube-system', name = '' } = running;
  const file = `${from.version.replace(/\./g, '_')}_full.yaml`;
  const back = running.chart
    ? [
        reads(`helm history ${shellQuote(name)} -n ${shellQuote(namespace)}`),
        changes(
          `helm rollback ${shellQuote(name)} -n ${shellQuote(
            namespace,
          )} "$REVISION"`,
        ),
      ]
    : [
        changes(
          `kubectl apply -f https://github.com/kubernetes-sigs/aws-load-balancer-controller/releases/download/${from.version}/${file}`,
        ),
      ];
  const stays: Message[] = [
    ...delta.crds.changed.flatMap(({ name: crd, storage, versionsAdded }) =>
      storage || versionsAdded.length > 0
        ? [
            message('plan.crd-stays', {
              crd,
              versions: versionsAdded,
            }),
          ]
        : [],
    ),
    ...(delta.lock
      ? [
          message('plan.lock-back', {
            was: delta.lock.from,
            is: delta.lock.to,
          }),
        ]
      : []),
  ];
  return [
    step(
      'rollback',
      message('plan.roll-back', { version: from.version }),
      message('plan.why-roll-back', { version: from.version }),
      { commands: back },
    ),
    ...stays.map(each =>
      step('rollback', each, message('plan.why-stays'), { who: 'nobody' }),
    ),
  ];
}
