import type {
  DoctorInput,
  DoctorSource,
  DoctorTargetInput,
  NotRead,
} from '@lbc-backstage/plugin-lbc-common';

/** What the doctor is told of one target that was read just now. */
export function inputOf(
  target: Pick<DoctorTargetInput, 'id' | 'kind' | 'name' | 'problem'> & {
    sources: readonly DoctorSource[];
    notRead: readonly NotRead[];
  },
): DoctorInput {
  const now = new Date().toISOString();
  return {
    now,
    targets: [
      {
        ...target,
        observedAt: now,
        cadenceSeconds: 300,
        notRead: target.notRead.map(each => ({ ...each, observedAt: now })),
      },
    ],
    optional: { ec2: true, eks: true, iam: true },
    problems: [],
    suggestedScopes: [],
    clusterTags: [],
    jobs: { due: 0, running: 0, overdue: 0, failing: 0, failures: [] },
    rules: { version: 1, units: [] },
  };
}
