import { Advice } from '../../inventory/subject';
import { Message } from '../../messages';
import { accessDenied } from './accessDenied';
import { adopted } from './adopted';
import { backendGroupLeft } from './backendGroupLeft';
import { backendMissing } from './backendMissing';
import { bindingsLeftBehind } from './bindingsLeftBehind';
import { certificateMissing } from './certificateMissing';
import { classMissing } from './classMissing';
import { clusterGone } from './clusterGone';
import { controllerGone } from './controllerGone';
import { controllerUninstalled } from './controllerUninstalled';
import { crdOutdated } from './crdOutdated';
import { deadHostName } from './deadHostName';
import { deletedInAws } from './deletedInAws';
import { deletionProtection } from './deletionProtection';
import { duplicates } from './duplicates';
import { finalizerRemoved } from './finalizerRemoved';
import { finalizerStripped } from './finalizerStripped';
import { gatewayClassMissing } from './gatewayClassMissing';
import { gatewayConfigurationMissing } from './gatewayConfigurationMissing';
import { gatewayCrdsTooOld } from './gatewayCrdsTooOld';
import { groupFrozen } from './groupFrozen';
import { groupFrozenSilently } from './groupFrozenSilently';
import { hollowGateway } from './hollowGateway';
import { leftScope } from './leftScope';
import { movedBetweenGroups } from './movedBetweenGroups';
import { nameDeadlock } from './nameDeadlock';
import { nameTaken } from './nameTaken';
import { namespaceTerminating } from './namespaceTerminating';
import { nodeSecurityGroup } from './nodeSecurityGroup';
import { noListener } from './noListener';
import { ownerRecreated } from './ownerRecreated';
import { protectedInAws } from './protectedInAws';
import { quota } from './quota';
import { renamed } from './renamed';
import { sameNameTwice } from './sameNameTwice';
import { securityGroupInUse } from './securityGroupInUse';
import { serviceWebhookDead } from './serviceWebhookDead';
import { sharedWithAutoMode } from './sharedWithAutoMode';
import { targetGroupMissing } from './targetGroupMissing';
import { targetsEmptied } from './targetsEmptied';
import { trackingTagsRemoved } from './trackingTagsRemoved';
import { twoControllers } from './twoControllers';
import { Finding, FindingContext, FindingRule } from './types';
import { versionOneLeft } from './versionOneLeft';
import { webhookCertificate } from './webhookCertificate';
import { webhookDead } from './webhookDead';

/** Every pattern that is looked for; what blocks comes before what explains. */
export const FINDING_RULES: readonly FindingRule[] = [
  controllerGone,
  controllerUninstalled,
  webhookDead,
  serviceWebhookDead,
  webhookCertificate,
  deletionProtection,
  classMissing,
  gatewayClassMissing,
  groupFrozen,
  groupFrozenSilently,
  securityGroupInUse,
  namespaceTerminating,
  nameDeadlock,
  nameTaken,
  quota,
  accessDenied,
  certificateMissing,
  gatewayConfigurationMissing,
  gatewayCrdsTooOld,
  crdOutdated,
  nodeSecurityGroup,
  targetGroupMissing,
  trackingTagsRemoved,
  finalizerStripped,
  leftScope,
  deadHostName,
  movedBetweenGroups,
  renamed,
  targetsEmptied,
  deletedInAws,
  hollowGateway,
  noListener,
  backendMissing,
  sameNameTwice,
  twoControllers,
  duplicates,
  sharedWithAutoMode,
  adopted,
  protectedInAws,
  ownerRecreated,
  finalizerRemoved,
  bindingsLeftBehind,
  clusterGone,
  versionOneLeft,
  backendGroupLeft,
];

/** The known patterns of failure that a case shows, beside its state. */
export function findingsOf(context: FindingContext): {
  findings: Finding[];
  notExamined: Message[];
  /** What would mend a failure or a blocked deletion. */
  remedies: Advice[];
} {
  const findings: Finding[] = [];
  const notExamined: Message[] = [];
  const advice: Advice[] = [];
  for (const { code, title, failureModes, remedies, find } of FINDING_RULES) {
    const found = find(context);
    if (found && 'notExamined' in found) {
      notExamined.push(...found.notExamined);
    } else if (found) {
      findings.push({
        code,
        failureModes: [...failureModes],
        title,
        ...found,
      });
      if (remedies && found.whatToDo) {
        advice.push({ who: found.who, message: found.whatToDo });
      }
    }
  }
  return { findings, notExamined, remedies: advice };
}

export type { Finding } from './types';
