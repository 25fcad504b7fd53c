import { provesAbsence } from '../../inventory/coverage';
import { ClusterSnapshot } from '../../inventory/snapshot';
import { message } from '../../messages';
import { ClusterFacts } from './clusterFacts';
import { FindingRule } from './types';
import { isAtLeast } from './versions';

const BINDINGS = 'targetgroupbindings.elbv2.k8s.aws';
const PARAMS = 'ingressclassparams.elbv2.k8s.aws';

/**
 * Fields by the release whose CRD has them first (`config/crd/bases` of each
 * tag of the controller's repository; the newest ones suffice).
 */
const FIELDS: ReadonlyArray<{ since: string; crd: string; field: string }> = [
  { since: 'v3.0.0', crd: BINDINGS, field: 'status.conditions' },
  { since: 'v2.14.0', crd: BINDINGS, field: 'spec.targetGroupProtocol' },
  { since: 'v2.14.0', crd: PARAMS, field: 'spec.wafv2AclArn' },
  { since: 'v2.12.0', crd: BINDINGS, field: 'spec.iamRoleArnToAssume' },
  { since: 'v2.12.0', crd: PARAMS, field: 'spec.ipamConfiguration' },
  { since: 'v2.10.0', crd: BINDINGS, field: 'spec.multiClusterTargetGroup' },
  { since: 'v2.9.0', crd: PARAMS, field: 'spec.listeners' },
  { since: 'v2.8.0', crd: BINDINGS, field: 'spec.vpcID' },
  { since: 'v2.8.0', crd: PARAMS, field: 'spec.certificateArn' },
];

type Lacking = (typeof FIELDS)[number];

const known = new WeakMap<ClusterSnapshot, Map<string, Lacking | undefined>>();

/** The first field that a cluster's CRDs lack for a release; once a cluster. */
function lackingIn(
  snapshot: ClusterSnapshot,
  version: string,
): Lacking | undefined {
  const answers = known.get(snapshot) ?? new Map<string, Lacking | undefined>();
  known.set(snapshot, answers);
  if (!answers.has(version)) {
    const facts = ClusterFacts.of(snapshot);
    answers.set(
      version,
      FIELDS.find(({ since, crd, field }) => {
        const fields = facts
          .definition(crd)
          ?.spec?.versions?.find(({ name }) => name === 'v1beta1')?.fields;
        return (
          fields !== undefined &&
          fields.length > 0 &&
          isAtLeast(version, since) &&
          !fields.includes(field)
        );
      }),
    );
  }
  return answers.get(version);
}

/** F20: a CRD lacks a field that the release which runs has in its own. */
export const crdOutdated: FindingRule = {
  code: 'crd-outdated',
  title: message('finding.crd-outdated'),
  failureModes: ['F20'],
  find({ subject }) {
    const { cluster, owners } = subject;
    const version = cluster?.controllers.controllers.find(
      each => each.version && each.replicas.wanted > 0,
    )?.version;
    const kind = cluster?.snapshot.kinds.customResourceDefinitions;
    if (!cluster || !provesAbsence(kind) || !version || owners.length === 0) {
      return undefined;
    }
    const lacking = lackingIn(cluster.snapshot, version);
    return lacking
      ? {
          messages: [
            message('finding.crd-outdated.is', { version, ...lacking }),
          ],
          who: 'platform',
          whatToDo: message('finding.crd-outdated.do', { version }),
          evidence: [
            {
              message: message('finding.crd-outdated.seen', { ...lacking }),
              source: 'kubernetes',
              observedAt: kind.observedAt,
              role: 'supports',
            },
          ],
        }
      : undefined;
  },
};
