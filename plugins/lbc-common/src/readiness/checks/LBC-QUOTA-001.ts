import { message } from '../../messages';
import type { ReadinessCheck } from '../input';
import { withFinding } from './parts/findings';
import { platform, unknown, warn } from './parts/results';
import { loadBalancersOf } from './parts/subjects';

/** Service Quotas are not read: what an account may have is not known here. */
export const check: ReadinessCheck = {
  code: 'LBC-QUOTA-001',
  title: message('check.quotas'),
  reads: ['subjects'],
  blocking: false,
  when: 'before',
  run(input) {
    const hit = withFinding(input, 'quota');
    return [
      ...(hit.length > 0
        ? [
            warn(message('readiness.quota-hit', hit.params), {
              remedy: platform(message('readiness.do-raise-quota')),
            }),
          ]
        : []),
      unknown(
        message('readiness.quotas-not-read', {
          count: loadBalancersOf(input).length,
        }),
        {
          commands: [
            {
              tool: 'aws',
              purpose: message('readiness.see-quotas'),
              text: 'aws service-quotas list-service-quotas --service-code elasticloadbalancing --query "Quotas[].[QuotaName,Value]" --output table',
            },
          ],
        },
      ),
    ];
  },
};
