import type { PlanStep } from '../types';
import { baseline, crds, gatewayCrds, iam, values } from './before';
import { preconditions } from './preconditions';
import { rollback } from './rollback';
import type { PlanContext } from './step';
import { compare, upgrade } from './upgrade';

export { planMarkdown } from './markdown';
export type { PlanMarkdownOptions } from './markdown';

/** The plan for this cluster and this jump, in the order in which it is done. */
export function planOf(context: PlanContext): PlanStep[] {
  return [
    ...preconditions(context),
    ...baseline(context),
    ...iam(context),
    ...(context.input.target.kind === 'controller'
      ? [...gatewayCrds(context), ...crds(context), ...values(context)]
      : []),
    ...upgrade(context),
    ...compare(context),
    ...rollback(context),
  ];
}
