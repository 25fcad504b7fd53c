import { message } from '../../messages';
import { NO, Rule } from '../case';
import { scopeReadAt } from '../gaps';

/** 1. No supported owner: version 1, by hand, classic. */
export const foreign: Rule = {
  state: 'foreign',
  judge(subject) {
    const { kind, owners, tags, identity, memory, loadBalancer } = subject;
    if (kind === 'owner' || owners.length > 0 || memory.owners.length > 0) {
      return NO;
    }
    if (!tags || !identity) {
      return { holds: 'unknown', wouldDecide: [message('need.tags')] };
    }
    if (identity.generation === 'unmanaged') {
      return {
        holds: true,
        because: message('state.foreign-unmanaged'),
        evidence: [
          {
            message: message('evidence.no-tracking-tags'),
            source: 'aws',
            observedAt: scopeReadAt(subject),
            role: 'supports',
          },
        ],
      };
    }
    return identity.generation === 'alb-ingress-v1'
      ? {
          holds: true,
          because: message('state.foreign-v1', {
            loadBalancer: loadBalancer?.name ?? '',
            stack: identity.stack ?? '?',
          }),
        }
      : NO;
  },
};
