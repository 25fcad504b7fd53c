import { rbacAxis } from '../../compatibility/axes/rbac';
import { message } from '../../messages';
import type { ReadinessCheck } from '../input';
import { asNow, asTarget } from './parts/axes';
import { jumpOf } from './parts/jump';
import { firstOf, pass, platform, unknown, warn } from './parts/results';

/** Rights in the cluster come with the chart or the manifest, never with the image. */
export const check: ReadinessCheck = {
  code: 'LBC-RBAC-001',
  title: message('check.rbac'),
  reads: [
    'kubernetes:clusterRoles',
    'kubernetes:clusterRoleBindings',
    'kubernetes:roles',
    'kubernetes:roleBindings',
    'knowledge',
  ],
  blocking: false,
  when: 'during',
  run(input) {
    const { to, running } = input;
    if (!to) {
      return [unknown(message('readiness.target-unknown'))];
    }
    const missing = (axis: ReturnType<typeof rbacAxis>) =>
      axis.findings.flatMap(({ code, message: said }) =>
        code === 'rbac-rule-missing' ? [String(said.params?.resource)] : [],
      );
    const then = rbacAxis(asTarget(input));
    const now = input.from ? missing(rbacAxis(asNow(input))) : [];
    const lacks = missing(then);
    const secrets = then.findings.filter(
      ({ code }) => code === 'rbac-secrets-missing',
    );
    const params = {
      ...jumpOf(input),
      channel: running.chart ? 'chart' : 'manifest',
    };
    return [
      ...(now.length > 0
        ? [
            warn(
              message('readiness.rbac-short-now', {
                ...params,
                resources: firstOf(now),
              }),
              {
                remedy: platform(message('compatibility.do-upgrade-by-chart')),
              },
            ),
          ]
        : []),
      ...secrets.map(each =>
        warn(each.message, { evidence: each.evidence, when: 'before' }),
      ),
      ...(then.findings.some(({ code }) =>
        /^rbac-not-(seen|known)$|^release-not-known$/.test(code),
      )
        ? [unknown(message('readiness.rbac-not-seen', params))]
        : []),
      lacks.length > 0
        ? pass(
            message('readiness.rbac-comes', {
              ...params,
              count: lacks.length,
              resources: firstOf(lacks),
            }),
          )
        : pass(message('readiness.rbac-enough', params)),
    ];
  },
};
