import { Message, message } from '../../messages';
import { excludeSnippet, finding, hidden } from '../finding';
import type { DoctorFinding, DoctorTargetInput } from '../types';
import { yamlList } from '../yaml';
import { placeOf } from './actions';

/** What is wrong with a cluster or a scope as a whole; at most one. */
export function targetFinding(
  target: DoctorTargetInput,
): DoctorFinding | undefined {
  const { id, problem } = target;
  const notAssumable = target.sources.find(
    ({ reason }) => reason?.code === 'source.aws-role-not-assumable',
  )?.reason;
  const reason = notAssumable ?? problem;
  if (reason) {
    return target.kind === 'cluster'
      ? clusterFinding(target, reason)
      : scopeFinding(target, reason);
  }
  return target.observedAt === undefined
    ? finding('not-read-yet', 'warning', {
        target: id,
        message: message('doctor.not-read-yet', { target: target.name }),
        remedy: message('doctor.do-wait-first'),
      })
    : undefined;
}

function clusterFinding(
  target: DoctorTargetInput,
  reason: Message,
): DoctorFinding {
  const cluster = target.name;
  const common = {
    target: target.id,
    message: reason,
    hides: hidden('cluster-identity'),
    ...(target.attemptedAt !== undefined && { observedAt: target.attemptedAt }),
  };
  if (target.unreadable) {
    return finding('cluster-needs-user', 'error', {
      ...common,
      remedy: message('doctor.do-service-account', { cluster }),
      snippets: [excludeSnippet(cluster)],
    });
  }
  if (reason.code === 'source.cluster-denies') {
    return finding('cluster-denies-everything', 'error', {
      ...common,
      remedy: message('doctor.do-apply-cluster-role', { cluster }),
      commands: [
        {
          tool: 'kubectl',
          purpose: message('doctor.command-list-rights', { cluster }),
          text: 'kubectl auth can-i --list',
        },
      ],
    });
  }
  return finding('cluster-not-read', 'error', {
    ...common,
    remedy: message('doctor.do-reach-cluster', { cluster }),
  });
}

function scopeFinding(
  target: DoctorTargetInput,
  reason: Message,
): DoctorFinding {
  const place = placeOf(target);
  const common = {
    target: target.id,
    message: reason,
    hides: hidden('load-balancers'),
    ...(target.attemptedAt !== undefined && { observedAt: target.attemptedAt }),
  };
  if (reason.code === 'source.aws-role-not-assumable') {
    return finding('role-not-assumable', 'error', {
      ...common,
      remedy: message('doctor.do-let-assume', place),
      right: 'sts:AssumeRole',
      snippets: [
        {
          purpose: message('doctor.snippet-assume', place),
          language: 'json',
          text: JSON.stringify(
            {
              Sid: 'LbcAssumeRole',
              Effect: 'Allow',
              Action: ['sts:AssumeRole'],
              Resource: roleIn(reason) ?? 'ARN-OF-THE-ROLE',
            },
            null,
            2,
          ),
        },
      ],
    });
  }
  if (reason.code === 'source.aws-no-credentials') {
    return finding('account-without-credentials', 'error', {
      ...common,
      remedy: message('doctor.do-add-account', place),
      snippets: [
        {
          purpose: message('doctor.snippet-account', place),
          language: 'yaml',
          text: yamlList(
            ['aws', 'accounts'],
            [{ accountId: place.accountId, roleName: 'backstage-read-only' }],
          ),
        },
      ],
    });
  }
  // Each action that was refused is named by itself.
  return finding('scope-not-read', 'error', {
    ...common,
    remedy: message('doctor.do-reach-scope', place),
  });
}

/** The role that AWS names in what it says. */
function roleIn({ params }: Message): string | undefined {
  const { detail } = params ?? {};
  return typeof detail === 'string'
    ? /on resource: (arn:aws[\w-]*:iam::\d{12}:role\/[\w+=,.@/-]+)/.exec(
        detail,
      )?.[1]
    : undefined;
}
