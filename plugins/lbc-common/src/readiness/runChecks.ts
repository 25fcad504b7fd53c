import { provesAbsence, STALE_AFTER_CADENCES } from '../inventory/coverage';
import { KUBERNETES_KINDS, KubernetesKindName } from '../inventory/kinds';
import { message } from '../messages';
import { platform, unknown } from './checks/parts/results';
import { loadBalancersOf } from './checks/parts/subjects';
import { kubernetesRight, rbacRuleLine } from '../rights';
import type {
  ReadinessCheck,
  ReadinessInput,
  ReadinessRead,
  ReadinessResult,
} from './input';
import type { Attestation, ReadinessFinding } from './types';

/** Kinds that a check reads. */
function kindsOf({ reads }: ReadinessCheck): KubernetesKindName[] {
  return reads.flatMap(read =>
    read.startsWith('kubernetes:') && read !== 'kubernetes:version'
      ? [read.slice('kubernetes:'.length) as KubernetesKindName]
      : [],
  );
}

/** When an input was read, and when that is too long ago. */
interface Age {
  observedAt: string;
  until: string;
}

function after(at: string, seconds: number): string {
  return new Date(Date.parse(at) + seconds * 1000).toISOString();
}

function agesOf(check: ReadinessCheck, input: ReadinessInput): Age[] {
  const { cluster, cadence, subjects, iamObservedAt, running } = input;
  const reads = (read: ReadinessRead) => check.reads.includes(read);
  const age = (at: string | undefined, seconds: number): Age[] =>
    at === undefined || at === '' || Number.isNaN(Date.parse(at))
      ? []
      : [{ observedAt: at, until: after(at, STALE_AFTER_CADENCES * seconds) }];
  const oldest = (times: Array<string | undefined>) =>
    times.flatMap(each => each ?? []).sort()[0];
  return [
    ...kindsOf(check).flatMap(kind => {
      const read = cluster.kinds[kind];
      return age(
        // What is not installed has no items that could be old.
        read?.observedAt ??
          (read?.coverage === 'absent' ? read.attemptedAt : undefined),
        cadence.kubernetesSeconds,
      );
    }),
    ...(reads('kubernetes:version')
      ? age(running.observedAt, cadence.kubernetesSeconds)
      : []),
    ...(reads('subjects')
      ? age(
          oldest(subjects.items.map(({ observedAt }) => observedAt)),
          Math.max(cadence.awsSeconds, cadence.kubernetesSeconds),
        )
      : []),
    ...(reads('detail')
      ? age(
          oldest(loadBalancersOf(input).map(({ drift }) => drift?.observedAt)),
          cadence.detailSeconds,
        )
      : []),
    ...(reads('iam') ? age(iamObservedAt, cadence.iamSeconds) : []),
  ];
}

/** Inputs that a check names and that were not read whole. */
function unreadOf(
  check: ReadinessCheck,
  input: ReadinessInput,
): ReadinessResult[] {
  const { cluster, subjects, kubernetes } = input;
  const name = cluster.cluster;
  return [
    ...kindsOf(check)
      .filter(kind => !provesAbsence(cluster.kinds[kind]))
      .map(kind => {
        const { id } = KUBERNETES_KINDS[kind];
        const rule = rbacRuleLine(kubernetesRight(kind));
        return unknown(
          message('readiness.input-not-read', { kind: id, cluster: name }),
          {
            remedy: platform(
              cluster.kinds[kind]?.coverage === 'denied'
                ? message('readiness.do-let-read', { rule })
                : message('readiness.do-wait-for-sweep'),
            ),
          },
        );
      }),
    ...(check.reads.includes('kubernetes:version') &&
    kubernetes.from === undefined
      ? [
          unknown(
            message('compatibility.kubernetes-not-seen', { cluster: name }),
          ),
        ]
      : []),
    ...((check.reads.includes('subjects') || check.reads.includes('detail')) &&
    !subjects.whole
      ? [
          unknown(message('readiness.input-not-whole', { cluster: name }), {
            evidence: subjects.notSeen.map(each => ({
              message: each,
              source: 'configuration',
              role: 'blocks',
            })),
          }),
        ]
      : []),
  ];
}

/** What one check found, its inputs looked at, too. */
export interface CheckOutcome {
  findings: ReadinessFinding[];
  /** When the oldest input of a blocking check is too old (ISO 8601). */
  validUntil?: string;
}

/** Whether somebody's word holds for a check now. */
export function attestationFor(
  code: string,
  input: Pick<ReadinessInput, 'target' | 'now' | 'cluster'>,
  attestations: readonly Attestation[],
): Attestation | undefined {
  const { target, now, cluster } = input;
  return attestations.find(
    each =>
      each.check === code &&
      each.cluster === cluster.cluster &&
      each.target.kind === target.kind &&
      each.target.version === target.version &&
      each.at <= now &&
      now < each.expiresAt,
  );
}

/**
 * Runs a check. Where an input is missing the check may still fail, for what
 * was seen was seen; pass it can't.
 */
export function runCheck(
  check: ReadinessCheck,
  input: ReadinessInput,
  attestations: readonly Attestation[],
): CheckOutcome {
  const { target } = input;
  if (check.targets && !check.targets.includes(target.kind)) {
    return {
      findings: named(check, [
        {
          status: 'not-applicable',
          message: message(
            target.kind === 'kubernetes'
              ? 'readiness.not-for-kubernetes'
              : 'readiness.not-for-controller',
          ),
        },
      ]),
    };
  }
  return judge({ check, input, attestations, results: check.run(input) });
}

/** Puts a check's name to its results, and looks at what it read. */
export function judge(given: {
  check: ReadinessCheck;
  input: ReadinessInput;
  attestations: readonly Attestation[];
  results: readonly ReadinessResult[];
}): CheckOutcome {
  const { check, input, attestations, results } = given;
  const unread = unreadOf(check, input);
  const ages = agesOf(check, input).sort((a, b) =>
    a.until < b.until ? -1 : 1,
  );
  const [first] = ages;
  const isStale = first !== undefined && first.until <= input.now;
  const oldest = ages.map(({ observedAt }) => observedAt).sort()[0];
  const attestation = attestationFor(check.code, input, attestations);
  const kept =
    unread.length > 0 || isStale
      ? results.filter(({ status }) => status !== 'pass')
      : results;
  const attested = named(check, [...kept, ...unread], oldest).map(finding =>
    attestation && finding.status === 'unknown'
      ? { ...finding, status: 'warn' as const, attestation }
      : finding,
  );
  // Nobody's word makes what was read long ago new.
  const stale = isStale
    ? named(check, [
        unknown(
          message('readiness.input-stale', { observedAt: first.observedAt }),
          { remedy: platform(message('readiness.do-wait-for-sweep')) },
        ),
      ])
    : [];
  const ends = [
    ...(first && check.blocking ? [first.until] : []),
    ...(attestation && attested.some(each => each.attestation)
      ? [attestation.expiresAt]
      : []),
  ].sort();
  return {
    findings: [...attested, ...stale],
    ...(ends.length > 0 && { validUntil: ends[0] }),
  };
}

function named(
  { code, blocking, when }: ReadinessCheck,
  results: readonly ReadinessResult[],
  observedAt?: string,
): ReadinessFinding[] {
  return results.map(result => ({
    code,
    blocking,
    when,
    evidence: [],
    ...(observedAt !== undefined && { observedAt }),
    ...result,
  }));
}
