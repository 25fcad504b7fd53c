import { SubjectLoadBalancer } from '../../../inventory/subject';
import { Message } from '../../../messages';
import { RemovalFacts } from '../../facts';
import { RemovalSubject } from '../../types';
import { Commands } from '../commands';
import { CleanUpBlocker, CleanUpCommand, CleanUpStep } from '../types';

/** What every step is made of. */
export interface StepBase {
  subject: RemovalSubject;
  removal: RemovalFacts;
  commands: Commands;
  allowed: boolean;
  now: string;
}

/** What the steps of an orphaned load balancer are made of. */
export interface StepContext extends StepBase {
  loadBalancer: SubjectLoadBalancer;
}

/** Puts a step together: what changes AWS only where that is allowed and nothing blocks. */
export function step(
  { allowed }: StepBase,
  options: Omit<CleanUpStep, 'commands' | 'blockers'> & {
    blockers?: CleanUpBlocker[];
    acts?: CleanUpCommand[];
  },
): CleanUpStep {
  const { acts = [], blockers = [], ...rest } = options;
  const blocked = blockers.some(({ status }) => status === 'blocks');
  return { ...rest, blockers, commands: allowed && !blocked ? acts : [] };
}

/** It keeps a step from being done. */
export const blocks = (text: Message): CleanUpBlocker => ({
  status: 'blocks',
  message: text,
});
/** It may keep a step from being done; a check tells. */
export const notKnown = (text: Message): CleanUpBlocker => ({
  status: 'unknown',
  message: text,
});

/** The part of an ARN that CloudWatch and network interfaces know it by. */
export function resourceName(arn: string): string {
  return arn.split('loadbalancer/')[1] ?? arn;
}
