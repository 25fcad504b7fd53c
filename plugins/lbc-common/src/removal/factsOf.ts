import { identifyTags } from '../identity/tags';
import { bindingsOfArns } from '../inventory/boundArns';
import { attendanceOf } from '../lifecycle/attendance';
import { blockersOf } from '../lifecycle/blockers';
import { OwnerCase, SubjectCase } from '../lifecycle/case';
import { Judgement } from '../lifecycle/machine';
import { conditionsOf } from '../lifecycle/orphan/proof';
import { message } from '../messages';
import {
  ProofLine,
  RemovalFacts,
  RemovalOwner,
  RemovalTargetBinding,
} from './facts';
import { PROOF_QUESTIONS } from './proofQuestions';

function ownerOf(subject: SubjectCase, owner: OwnerCase): RemovalOwner {
  const { record, role } = owner;
  const { liveness, decisivelyGone } = attendanceOf(subject, owner);
  return {
    kind: record.kind,
    namespace: record.metadata.namespace,
    name: record.metadata.name,
    role,
    finalizers: [...record.finalizers],
    ...(record.className !== undefined && { className: record.className }),
    attended: liveness === 'unknown' && decisivelyGone ? 'gone' : liveness,
    blockers: blockersOf(subject, owner).map(({ id, decisive, evidence }) => ({
      id,
      decisive,
      message: evidence.message,
    })),
  };
}

/** The proof line by line, also the lines that are not met. */
function proofOf(subject: SubjectCase): ProofLine[] {
  return conditionsOf(subject).map(({ id, read }): ProofLine => {
    const reading = read(subject);
    return {
      row: id,
      asks: message(PROOF_QUESTIONS[id]),
      met: reading.met,
      ...(reading.message && { says: reading.message }),
      ...(!reading.met &&
        reading.decidesAt !== undefined && { decidesAt: reading.decidesAt }),
    };
  });
}

function boundByOf(subject: SubjectCase): RemovalTargetBinding[] {
  const arns = new Set(subject.targetGroups.map(each => each.targetGroup.arn));
  return subject.targetBindings.flatMap(of =>
    bindingsOfArns(of, arns).map(
      ({ namespace, name, targetGroupArn, byUser }) => ({
        cluster: of.cluster,
        namespace,
        name,
        targetGroupArn,
        byUser,
      }),
    ),
  );
}

/** Security groups on the load balancer that their tags call the controller's own, for this stack. */
function managedSecurityGroups({
  loadBalancer,
  securityGroup,
  scope,
  identity,
}: SubjectCase): Pick<RemovalFacts, 'managedSecurityGroups'> {
  if (securityGroup) {
    return {
      managedSecurityGroups:
        identity?.generation === 'lbc' &&
        identity.role === 'managed-security-group'
          ? [securityGroup.id]
          : [],
    };
  }
  const kind = scope?.snapshot.kinds.securityGroups;
  if (!loadBalancer || kind?.coverage !== 'complete') {
    return {};
  }
  const ids = new Set(loadBalancer.securityGroups);
  return {
    managedSecurityGroups: kind.items
      .filter(({ id, tags }) => {
        const made = ids.has(id) ? identifyTags(tags) : undefined;
        return (
          made?.generation === 'lbc' &&
          made.role === 'managed-security-group' &&
          made.clusterTag === identity?.clusterTag &&
          made.family === identity?.family &&
          made.stack === identity?.stack
        );
      })
      .map(({ id }) => id),
  };
}

/** Puts together what a removal of this subject depends on. */
export function removalFactsOf(
  subject: SubjectCase,
  { state, candidates }: Judgement,
): RemovalFacts {
  const { loadBalancer, securityGroup } = subject;
  const mayBeOrphan =
    (loadBalancer !== undefined || securityGroup !== undefined) &&
    (state === 'orphaned' || candidates?.includes('orphaned') === true);
  return {
    owners: subject.owners.map(owner => ownerOf(subject, owner)),
    securityGroups: securityGroup
      ? [securityGroup.id]
      : [...(loadBalancer?.securityGroups ?? [])],
    ...managedSecurityGroups(subject),
    availabilityZones: loadBalancer?.availabilityZones.length ?? 0,
    ...(loadBalancer?.ipAddressType && {
      ipAddressType: loadBalancer.ipAddressType,
    }),
    usedElsewhere: subject.targetGroups.flatMap(({ targetGroup }) => {
      const others = targetGroup.loadBalancerArns.filter(
        arn => arn !== loadBalancer?.arn,
      );
      return others.length > 0
        ? [{ arn: targetGroup.arn, loadBalancers: others }]
        : [];
    }),
    ...(mayBeOrphan && {
      proof: proofOf(subject),
      boundBy: boundByOf(subject),
    }),
  };
}
