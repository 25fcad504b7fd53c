import { message } from '../../messages';
import { NO, Rule } from '../case';
import { unhealthyTargets } from '../health';

/** 11. Targets are unhealthy beyond what is expected, or AWS says `active_impaired`; two readings. */
export const degraded: Rule = {
  state: 'degraded',
  onlyWhenProven: true,
  judge(subject) {
    const { loadBalancer, memory } = subject;
    if (loadBalancer?.state.code === 'active_impaired') {
      return {
        holds: true,
        because: message('state.degraded-impaired', {
          loadBalancer: loadBalancer.name,
        }),
      };
    }
    const { unhealthy, total, oldestReadAt, unread } =
      unhealthyTargets(subject);
    if (unhealthy > 0) {
      const twice =
        memory.unhealthySince !== undefined &&
        oldestReadAt !== undefined &&
        oldestReadAt > memory.unhealthySince;
      return twice
        ? {
            holds: true,
            because: message('state.degraded', { unhealthy, total }),
          }
        : { holds: false, notExamined: [message('gap.second-health-reading')] };
    }
    return unread > 0
      ? { holds: false, notExamined: [message('gap.health', { unread })] }
      : NO;
  },
};
