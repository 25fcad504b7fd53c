import { AwsLoadBalancer } from '../../inventory/aws';
import { StackDetail } from '../../inventory/detail';
import { TargetGroupBindingObject } from '../../inventory/objects';
import { Facets } from '../../lifecycle/types';
import { Message } from '../../messages';
import { Expected } from '../expected/types';

/**
 * What becomes of a difference:
 *
 * - `reverted-at-next-reconcile`: a reconcile is due, which ends it
 * - `not-noticed`: nothing tells the controller; it looks by itself after up to
 *   ten hours
 * - `replaces`: the controller would make anew what differs: another DNS name,
 *   and an outage
 * - `ignored`: the controller never changes it
 * @public
 */
export type DriftKind =
  | 'reverted-at-next-reconcile'
  | 'not-noticed'
  | 'replaces'
  | 'ignored';

/** One thing that is otherwise in AWS than the owner's spec asks. @public */
export interface DriftFinding {
  /** What it is, as a code. */
  message: Message;
  /** Where in the stack: `listeners.443.sslPolicy` and the like. */
  path: string;
  /** `null`: nothing of the kind. */
  expected: string | null;
  live: string | null;
  kind: DriftKind;
}

/** What is known of the controller's next reconcile. @public */
export interface ReconcileState {
  /** When somebody last changed what an owner asks. */
  specChangedAt?: string;
  /** When the controller last said that it succeeded. */
  lastSuccessAt?: string;
  /** It tries again and again. */
  failing?: boolean;
  /** A controller serves the owner. */
  alive?: boolean;
}

/** @public */
export interface CompareStackOptions {
  expected: Expected;
  detail: StackDetail;
  /** From the inventory, where the detail job did not read it. */
  loadBalancer?: AwsLoadBalancer;
  /**
   * All TargetGroupBindings of the cluster by `<namespace>/<name>`; undefined
   * where not all of them were read.
   */
  bindings?: ReadonlyMap<string, TargetGroupBindingObject>;
  reconcile?: ReconcileState;
}

/** @public */
export interface DriftResult {
  /**
   * `none` only where all of it was compared; otherwise `not-examined`, with
   * what was not in {@link DriftResult.notExamined}.
   */
  facet: Facets['drift'];
  findings: DriftFinding[];
  notExamined: Message[];
  /** How many facts were compared. */
  compared: number;
}
