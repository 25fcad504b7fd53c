import { Message, message } from '../messages';
import { SubjectCase } from './case';

/**
 * Why nobody here can tell what becomes of an owner without a load balancer:
 * what would make one is not read.
 */
export function servedElsewhere({
  kind,
  owners,
  stack,
}: SubjectCase): Message | undefined {
  if (kind !== 'owner') {
    return undefined;
  }
  if (stack?.family === 'global-accelerator') {
    return message('need.global-accelerator');
  }
  const { claim } = owners[0]?.record ?? {};
  return claim?.by === 'eks-auto-mode' && claim.status === 'claimed'
    ? message('need.auto-mode')
    : undefined;
}
