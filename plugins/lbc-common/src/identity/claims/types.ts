import { Family } from '../tags';
import { Message } from '../../messages';

/** A stack within a cluster: its family and the value of its stack tag. */
export interface StackRef {
  family: Family;
  value: string;
}

/**
 * What an owner asks for, by its class, type and annotations.
 *
 * - `claimed`: the controller serves it
 * - `class-missing`: it names a class that is not there, or whose parameters
 *   are not; that is neither a release nor a disowning (DESIGN §6)
 * - `nobody`: it asks for a load balancer in a way that no controller answers
 * - `other`: it is another controller's, or asks for nothing
 * - `unknown`: what would tell could not be read
 */
export interface Claim {
  status: 'claimed' | 'class-missing' | 'nobody' | 'other' | 'unknown';
  by: 'controller' | 'eks-auto-mode' | 'cloud-controller' | 'other';
  /** The stack it belongs to now; absent where that cannot be told. */
  stack?: StackRef;
  reason?: Message;
}

/** A stack as a key of maps. */
export function stackKey({ family, value }: StackRef): string {
  return `${family}\u0000${value}`;
}

/** Whether two stacks are the same. */
export function sameStack(a: StackRef | undefined, b: StackRef): boolean {
  return a?.family === b.family && a.value === b.value;
}
