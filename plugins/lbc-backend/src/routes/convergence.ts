import { convergenceOf, SubjectDetail } from '@lbc-backstage/plugin-lbc-common';
import type { ReadStore } from '../store/types';

type Owner = SubjectDetail['owners'][number];

/** Adds to owners that live what became of their last change. */
export function withConvergence(
  owners: readonly Owner[],
  options: Awaited<ReturnType<ReadStore['listReports']>>,
): Owner[] {
  const { reports, watchedFrom } = options;
  return owners.map(owner => {
    if (!owner.exists || owner.deletionTimestamp !== undefined) {
      return owner;
    }
    const { specChangedAt } = owner;
    const own = reports.filter(
      ({ kind, namespace, name, uid }) =>
        kind === owner.kind &&
        namespace === owner.namespace &&
        name === owner.name &&
        // One of the same name may have been another object.
        (uid === undefined || owner.uid === undefined || uid === owner.uid),
    );
    return {
      ...owner,
      convergence: convergenceOf({
        ...(specChangedAt !== undefined && { specChangedAt }),
        ...(watchedFrom !== undefined && { watchedFrom }),
        reports: own.map(({ report }) => report),
      }),
    };
  });
}
