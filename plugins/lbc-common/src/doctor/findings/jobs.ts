import { message } from '../../messages';
import { finding } from '../finding';
import type { DoctorFinding, DoctorInput } from '../types';

/** Whether the work gets done, and by one set of rules. */
export function jobFindings({ jobs, rules }: DoctorInput): DoctorFinding[] {
  const newer = rules.units.filter(({ version }) => version > rules.version);
  const older = rules.units.filter(({ version }) => version < rules.version);
  const sum = (units: typeof newer) =>
    units.reduce((total, { count }) => total + count, 0);
  return [
    ...(jobs.overdue > 0
      ? [
          finding('jobs-overdue', 'warning', {
            message: message('doctor.jobs-overdue', {
              count: jobs.overdue,
              oldestAt: jobs.oldestDueAt ?? '',
            }),
            hides: message('doctor.hides-old-answers'),
            remedy: message('doctor.do-more-hands'),
            ...(jobs.oldestDueAt !== undefined && {
              observedAt: jobs.oldestDueAt,
            }),
          }),
        ]
      : []),
    ...jobs.failures.map(({ id, attempts, error, lastFinishedAt }) =>
      finding('job-failing', 'warning', {
        message: message('doctor.job-failing', { job: id, attempts, error }),
        remedy: message('doctor.do-look-at-log'),
        ...(lastFinishedAt !== undefined && { observedAt: lastFinishedAt }),
      }),
    ),
    ...(newer.length > 0
      ? [
          finding('rules-newer', 'warning', {
            message: message('doctor.rules-newer', {
              version: rules.version,
              newest: Math.max(...newer.map(({ version }) => version)),
              count: sum(newer),
            }),
            remedy: message('doctor.do-finish-upgrade'),
          }),
        ]
      : []),
    ...(older.length > 0
      ? [
          finding('rules-older', 'info', {
            message: message('doctor.rules-older', {
              version: rules.version,
              count: sum(older),
            }),
            remedy: message('doctor.do-wait-for-correlate'),
          }),
        ]
      : []),
  ];
}
