import { Message, message } from '../messages';
import { RemovalOwner } from './facts';
import { isLeftOver } from './departure';
import { objectName } from './items';
import { SubjectWhatIf, WhatIfQuestion } from './types';

/** Steps of a removal in good order; each scenario goes as far as it needs. */
export type OrderStep =
  | 'owners'
  | 'wait'
  | 'bindings'
  | 'classes'
  | 'namespace'
  | 'controller'
  | 'backend-security-group'
  | 'iam'
  | 'cluster';

/** The most names in one step. */
const MAX_NAMES = 20;

function named(names: readonly string[]): { names: string[]; count: number } {
  const all = [...new Set(names)].sort();
  const shown = all.slice(0, MAX_NAMES);
  return {
    names: all.length > shown.length ? [...shown, '…'] : shown,
    count: all.length,
  };
}

function holders({ subjects, scenario, namespace }: WhatIfQuestion) {
  return subjects
    .filter(({ generation }) => generation === 'lbc')
    .flatMap(({ removal }) => removal?.owners ?? [])
    .filter(
      owner =>
        owner.role !== 'disowner' &&
        (scenario !== 'namespace-goes' ||
          namespace === undefined ||
          owner.namespace === namespace),
    );
}

function beforehand(
  { subjects }: WhatIfQuestion,
  answers: readonly SubjectWhatIf[],
): Message[] {
  const gone = subjects.filter(
    ({ controller, generation, state, loadBalancer, removal }) =>
      controller === 'gone' &&
      generation === 'lbc' &&
      state !== 'orphaned' &&
      // What has neither is made by nobody yet, and waits for nobody.
      (loadBalancer !== undefined ||
        !removal ||
        removal.owners.some(({ finalizers }) => finalizers.length > 0)),
  );
  const clusters = [...new Set(gone.flatMap(({ cluster }) => cluster ?? []))];
  const leftOver = answers.filter(({ because }) => isLeftOver(because)).length;
  const blocks = answers.reduce((sum, each) => sum + each.blocks.length, 0);
  return [
    ...(leftOver > 0 ? [message('order.clean-up', { count: leftOver })] : []),
    ...(clusters.length > 0
      ? [message('order.start-controller', { clusters: clusters.sort() })]
      : []),
    ...(blocks > 0 ? [message('order.unblock', { count: blocks })] : []),
  ];
}

function classesOf(owners: readonly RemovalOwner[]): string[] {
  return owners.flatMap(({ kind, className }) => {
    if (className === undefined) {
      return [];
    }
    return kind === 'Gateway'
      ? [`GatewayClass ${className}`]
      : [`IngressClass ${className}`];
  });
}

/** In which order to take things away, as far as `steps` go. */
export function orderOf(
  question: WhatIfQuestion,
  answers: readonly SubjectWhatIf[],
  steps: readonly OrderStep[],
): Message[] {
  const owners = holders(question);
  const loadBalancers = question.subjects.flatMap(
    ({ loadBalancer, generation, removal }) =>
      loadBalancer &&
      generation === 'lbc' &&
      removal?.owners.some(({ role }) => role !== 'disowner')
        ? [loadBalancer.name]
        : [],
  );
  const loose = (question.looseTargetBindings ?? []).filter(
    ({ namespace }) =>
      question.scenario !== 'namespace-goes' ||
      question.namespace === undefined ||
      namespace === question.namespace,
  );
  const said: Record<OrderStep, () => Message[]> = {
    owners: () =>
      owners.length > 0
        ? [
            ...(loadBalancers.length > 0
              ? [message('order.move-traffic')]
              : []),
            message('order.delete-owners', named(owners.map(objectName))),
          ]
        : [],
    wait: () =>
      loadBalancers.length > 0
        ? [message('order.wait-until-gone', named(loadBalancers))]
        : [],
    bindings: () =>
      loose.length > 0
        ? [
            message(
              'order.delete-target-bindings',
              named(loose.map(each => `${each.namespace}/${each.name}`)),
            ),
          ]
        : [],
    classes: () => {
      const classes = classesOf(owners);
      return classes.length > 0
        ? [message('order.delete-classes', named(classes))]
        : [];
    },
    namespace: () => [message('order.delete-namespace')],
    controller: () => [message('order.uninstall-controller')],
    'backend-security-group': () => [
      message('order.delete-backend-security-group'),
    ],
    iam: () => [message('order.delete-iam')],
    cluster: () => [message('order.delete-cluster')],
  };
  return [
    ...beforehand(question, answers),
    ...steps.flatMap(step => said[step]()),
  ];
}
