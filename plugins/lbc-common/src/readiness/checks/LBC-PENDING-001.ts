import type { SubjectDriftFinding } from '../../inventory/subject';
import { message } from '../../messages';
import type {
  ReadinessCheck,
  ReadinessResult,
  ReadinessSubject,
} from '../input';
import { loadBalancersOf, nameOfSubject } from './parts/subjects';
import { fail, firstOf, pass, platform, unknown, warn } from './parts/results';

/** Parts of a stack that are deleted, where nobody asks for them. */
const WHOLE =
  /^(listeners|rules|targetGroups|loadBalancers|securityGroups)\.[^.]+$/;

/**
 * A restart looks at everything anew and applies what differs at once, so that
 * what has waited for hours happens in the minute of the upgrade.
 */
export const check: ReadinessCheck = {
  code: 'LBC-PENDING-001',
  title: message('check.pending-drift'),
  reads: ['subjects', 'detail'],
  blocking: true,
  when: 'before',
  run(input) {
    const stacks = loadBalancersOf(input);
    const unread = stacks.filter(({ drift, facets }) =>
      isUnread(drift, facets.drift),
    );
    const notWhole = stacks.filter(
      ({ drift, facets }) =>
        !isUnread(drift, facets.drift) && (drift?.moreFindings ?? 0) > 0,
    );
    const [oldest] = stacks
      .flatMap(({ drift }) => drift?.observedAt ?? [])
      .sort();
    const at = oldest === undefined ? {} : { observedAt: oldest };
    const found = [
      ...stacks.flatMap(each => resultsOf(each)),
      ...(unread.length > 0
        ? [
            unknown(
              message('readiness.detail-not-read', {
                count: unread.length,
                stacks: firstOf(unread.map(nameOfSubject)),
              }),
              { remedy: platform(message('readiness.do-read-detail')) },
            ),
          ]
        : []),
      ...(notWhole.length > 0
        ? [
            unknown(
              message('readiness.drift-not-whole', {
                stacks: firstOf(notWhole.map(nameOfSubject)),
              }),
            ),
          ]
        : []),
    ];
    return found.length > 0
      ? found.map(each => ({ ...each, ...at }))
      : [
          pass(
            message('readiness.nothing-pending', { count: stacks.length }),
            at,
          ),
        ];
  },
};

function isUnread(
  drift: ReadinessSubject['drift'],
  facet: ReadinessSubject['facets']['drift'],
): boolean {
  return !drift || facet === 'not-examined';
}

function isDeleted({ kind, expected, path }: SubjectDriftFinding): boolean {
  return (
    kind === 'reverted-at-next-reconcile' &&
    expected === null &&
    WHOLE.test(path)
  );
}

function resultsOf(subject: ReadinessSubject): ReadinessResult[] {
  const { drift } = subject;
  if (!drift || isUnread(drift, subject.facets.drift)) {
    return [];
  }
  const stack = nameOfSubject(subject);
  const evidenceOf = (findings: readonly SubjectDriftFinding[]) =>
    findings.slice(0, 20).map(each => ({
      message: each.message,
      source: 'aws' as const,
      observedAt: drift.observedAt,
      role: 'supports' as const,
    }));
  const replaces = drift.findings.filter(({ kind }) => kind === 'replaces');
  const deletes = drift.findings.filter(isDeleted);
  const reverts = drift.findings.filter(
    each => each.kind === 'reverted-at-next-reconcile' && !isDeleted(each),
  );
  const places = (findings: readonly SubjectDriftFinding[]) =>
    firstOf(findings.map(({ path }) => path));
  return [
    ...(replaces.length > 0
      ? [
          fail(
            message('readiness.pending-replacement', {
              stack,
              places: places(replaces),
            }),
            {
              evidence: evidenceOf(replaces),
              remedy: [
                {
                  who: 'you',
                  message: message('readiness.do-settle-replacement'),
                },
              ],
            },
          ),
        ]
      : []),
    ...(deletes.length > 0
      ? [
          fail(
            message('readiness.pending-deletion', {
              stack,
              count: deletes.length,
              places: places(deletes),
            }),
            {
              evidence: evidenceOf(deletes),
              remedy: [
                {
                  who: 'you',
                  message: message('readiness.do-settle-deletion'),
                },
              ],
            },
          ),
        ]
      : []),
    ...(reverts.length > 0
      ? [
          warn(
            message('readiness.pending-revert', {
              stack,
              count: reverts.length,
              places: places(reverts),
            }),
            {
              evidence: evidenceOf(reverts),
              remedy: [
                { who: 'you', message: message('readiness.do-settle-drift') },
              ],
            },
          ),
        ]
      : []),
  ];
}
