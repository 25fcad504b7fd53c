import { check as lbcAnnot001 } from './LBC-ANNOT-001';
import { check as lbcAnnot002 } from './LBC-ANNOT-002';
import { check as lbcAnnot003 } from './LBC-ANNOT-003';
import { check as lbcApi001 } from './LBC-API-001';
import { check as lbcAutomode001 } from './LBC-AUTOMODE-001';
import { check as lbcCrd001 } from './LBC-CRD-001';
import { check as lbcCrd002 } from './LBC-CRD-002';
import { check as lbcCrd003 } from './LBC-CRD-003';
import { check as lbcDup001 } from './LBC-DUP-001';
import { check as lbcDup002 } from './LBC-DUP-002';
import { check as lbcDup003 } from './LBC-DUP-003';
import { check as lbcFlags001 } from './LBC-FLAGS-001';
import { check as lbcFlags002 } from './LBC-FLAGS-002';
import { check as lbcGates001 } from './LBC-GATES-001';
import { check as lbcGates002 } from './LBC-GATES-002';
import { check as lbcGen001 } from './LBC-GEN-001';
import { check as lbcGwapi001 } from './LBC-GWAPI-001';
import { check as lbcGwapi002 } from './LBC-GWAPI-002';
import { check as lbcGwapi003 } from './LBC-GWAPI-003';
import { check as lbcHop001 } from './LBC-HOP-001';
import { check as lbcHop002 } from './LBC-HOP-002';
import { check as lbcHop003 } from './LBC-HOP-003';
import { check as lbcIam001 } from './LBC-IAM-001';
import { check as lbcIam002 } from './LBC-IAM-002';
import { check as lbcIam003 } from './LBC-IAM-003';
import { check as lbcIam004 } from './LBC-IAM-004';
import { check as lbcIam005 } from './LBC-IAM-005';
import { check as lbcK8s001 } from './LBC-K8S-001';
import { check as lbcK8s002 } from './LBC-K8S-002';
import { check as lbcK8s003 } from './LBC-K8S-003';
import { check as lbcNow001 } from './LBC-NOW-001';
import { check as lbcNow002 } from './LBC-NOW-002';
import { check as lbcPending001 } from './LBC-PENDING-001';
import { check as lbcPending002 } from './LBC-PENDING-002';
import { check as lbcPending003 } from './LBC-PENDING-003';
import { check as lbcPending004 } from './LBC-PENDING-004';
import { check as lbcProtect001 } from './LBC-PROTECT-001';
import { check as lbcProvenance001 } from './LBC-PROVENANCE-001';
import { check as lbcQuota001 } from './LBC-QUOTA-001';
import { check as lbcRbac001 } from './LBC-RBAC-001';
import { check as lbcRbac002 } from './LBC-RBAC-002';
import { check as lbcRehearsal001 } from './LBC-REHEARSAL-001';
import { check as lbcRollout001 } from './LBC-ROLLOUT-001';
import { check as lbcRollout002 } from './LBC-ROLLOUT-002';
import { check as lbcRollout003 } from './LBC-ROLLOUT-003';
import { check as lbcRollout004 } from './LBC-ROLLOUT-004';
import { check as lbcRollout005 } from './LBC-ROLLOUT-005';
import { check as lbcTargets001 } from './LBC-TARGETS-001';
import { check as lbcTargets002 } from './LBC-TARGETS-002';
import { check as lbcValues001 } from './LBC-VALUES-001';
import { check as lbcValues002 } from './LBC-VALUES-002';
import { check as lbcVersion001 } from './LBC-VERSION-001';
import { check as lbcWebhook001 } from './LBC-WEBHOOK-001';
import { check as lbcWebhook002 } from './LBC-WEBHOOK-002';
import { check as lbcWebhook003 } from './LBC-WEBHOOK-003';
import { check as lbcWebhook004 } from './LBC-WEBHOOK-004';
import type { ReadinessCheck } from '../input';

/** Every check of the product, in the order of the page. A code is never reused. @public */
export const READINESS_CHECKS: readonly ReadinessCheck[] = [
  lbcVersion001,
  lbcDup002,
  lbcRollout005,
  lbcNow001,
  lbcNow002,
  lbcPending001,
  lbcPending002,
  lbcPending003,
  lbcPending004,
  lbcK8s001,
  lbcK8s002,
  lbcK8s003,
  lbcHop001,
  lbcHop002,
  lbcHop003,
  lbcIam001,
  lbcIam005,
  lbcIam002,
  lbcIam003,
  lbcIam004,
  lbcGwapi001,
  lbcGwapi002,
  lbcGwapi003,
  lbcCrd001,
  lbcCrd002,
  lbcCrd003,
  lbcRbac001,
  lbcRbac002,
  lbcWebhook001,
  lbcWebhook002,
  lbcWebhook003,
  lbcWebhook004,
  lbcValues001,
  lbcValues002,
  lbcFlags001,
  lbcFlags002,
  lbcGates001,
  lbcGates002,
  lbcAnnot001,
  lbcAnnot002,
  lbcAnnot003,
  lbcGen001,
  lbcDup001,
  lbcDup003,
  lbcProtect001,
  lbcRollout001,
  lbcRollout002,
  lbcRollout003,
  lbcRollout004,
  lbcApi001,
  lbcQuota001,
  lbcTargets001,
  lbcTargets002,
  lbcProvenance001,
  lbcRehearsal001,
  lbcAutomode001,
];
