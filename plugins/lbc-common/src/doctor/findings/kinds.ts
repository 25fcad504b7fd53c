import { isWhole } from '../../inventory/coverage';
import { message } from '../../messages';
import {
  findKubernetesRight,
  KubernetesRight,
  rbacRuleLine,
} from '../../rights';
import { finding, hidden } from '../finding';
import type { DoctorFinding, DoctorSource, DoctorTargetInput } from '../types';

/** What of a cluster's kinds is not seen, each kind once. */
export function kindFindings(target: DoctorTargetInput): DoctorFinding[] {
  const found = target.sources.flatMap(source => findingOf(target, source));
  const named = new Set(found.map(({ right }) => right));
  const ofStacks = target.notRead.flatMap(
    ({ operation, reason, observedAt }) => {
      const right = findKubernetesRight(operation);
      return right && reason.code === 'source.cluster-denies'
        ? [denied(target, right, observedAt)]
        : [];
    },
  );
  return [...found, ...ofStacks.filter(({ right }) => !named.has(right))];
}

function findingOf(
  target: DoctorTargetInput,
  source: DoctorSource,
): DoctorFinding[] {
  const { kind, coverage, reason, attemptedAt } = source;
  // Which of it matters only another kind says, and that one is named.
  if (isWhole(coverage) || reason?.code === 'source.depends-on') {
    return [];
  }
  const right = findKubernetesRight(kind);
  if (!right) {
    return [];
  }
  const forbids =
    coverage === 'denied' &&
    reason?.code !== 'source.cluster-rejects-credentials';
  if (forbids || reason?.code === 'source.some-denied') {
    return [denied(target, right, attemptedAt)];
  }
  const params = { resource: nameOf(right), cluster: target.name };
  return [
    finding(
      coverage === 'partial' ? 'kind-partial' : 'kind-failed',
      'warning',
      {
        target: target.id,
        message: reason ?? message('doctor.kind-not-whole', params),
        hides: hidden(right.hides),
        remedy: message(
          coverage === 'partial' ? 'doctor.do-show-whole' : 'doctor.do-wait',
          params,
        ),
        right: right.kind,
        observedAt: attemptedAt,
      },
    ),
  ];
}

function denied(
  target: DoctorTargetInput,
  right: KubernetesRight,
  observedAt: string,
): DoctorFinding {
  const params = { resource: nameOf(right), cluster: target.name };
  return finding('kind-denied', 'error', {
    target: target.id,
    message: message('doctor.kind-denied', params),
    hides: hidden(right.hides),
    remedy: message('doctor.do-add-rule', params),
    right: right.kind,
    snippets: [
      {
        purpose: message('doctor.snippet-rule'),
        language: 'yaml',
        text: rbacRuleLine(right),
      },
    ],
    commands: right.verbs.map(verb => ({
      tool: 'kubectl',
      purpose: message('doctor.command-can-i', { ...params, verb }),
      text: canI(right, verb),
    })),
    observedAt,
  });
}

function canI(right: KubernetesRight, verb: string): string {
  if (right.nonResourceURLs) {
    return `kubectl auth can-i ${verb} ${right.nonResourceURLs[0]}`;
  }
  const name = right.resourceNames ? `/${right.resourceNames[0]}` : '';
  return `kubectl auth can-i ${verb} ${nameOf(right)}${name} --all-namespaces`;
}

function nameOf({ kind, resource, apiGroup }: KubernetesRight): string {
  return [resource || kind, apiGroup].filter(part => part !== '').join('.');
}
