import {
  compareBaselines,
  compareCluster,
  ComparisonReport,
  message,
  Message,
  verdictOfAll,
  VerificationContext,
} from '@lbc-backstage/plugin-lbc-common';
import type { BaselineRow, WholeBaseline } from '../../store/baselines/types';
import { parseColumn } from '../../store/json';
import type { ClusterSide } from './readObjects';

/** Judges what was read for a comparison against its baseline. */
export function compareNow(options: {
  baseline: BaselineRow;
  before: WholeBaseline;
  after: WholeBaseline;
  /** Whose stacks were not read, or are not among those that were. */
  side: ClusterSide | undefined;
  /** Was everything listed since? */
  current: boolean;
  /** Stacks of the cluster that the baseline does not have. */
  newer: number;
  comparedAt: string;
}): Omit<ComparisonReport, 'baseline'> {
  const { baseline, before, after, side, current, newer, comparedAt } = options;
  const notRead: Message[] = [
    ...(parseColumn<Message[]>(baseline.not_read) ?? []),
  ];
  if (!before.side) {
    return nothing(
      message('verification.unread.cluster', { cluster: baseline.cluster }),
      comparedAt,
    );
  }
  if (
    before.clusterUid !== undefined &&
    after.clusterUid !== undefined &&
    before.clusterUid !== after.clusterUid
  ) {
    return nothing(
      message('verification.unread.other-cluster', {
        cluster: baseline.cluster,
      }),
      comparedAt,
    );
  }
  if (!after.side || !current) {
    notRead.push(
      message('verification.unread.sweep', { cluster: baseline.cluster }),
    );
  }
  const names = before.stacks.flatMap(({ owners }) => owners);
  const tellable =
    side !== undefined && names.every(({ kind }) => side.objects.knows(kind));
  const context: VerificationContext = {
    baselineAt: baseline.started_at,
    before: before.side,
    ...(after.side && { after: after.side }),
    listed: current,
    ...(tellable && { owners: side.objects.owners(names) }),
  };
  const stacks = compareBaselines(before.stacks, after.stacks, context);
  const cluster = compareCluster(context);
  return {
    ...verdictOfAll({ stacks, cluster, notRead }),
    stacks,
    cluster,
    notes: [
      ...notRead,
      ...(newer > 0
        ? [message('verification.note.older-than-stack', { count: newer })]
        : []),
      message('verification.note.traffic'),
    ],
    comparedAt,
  };
}

function nothing(
  because: Message,
  comparedAt: string,
): Omit<ComparisonReport, 'baseline'> {
  return {
    verdict: 'cannot-tell',
    because,
    stacks: [],
    cluster: [],
    notes: [because],
    comparedAt,
  };
}
