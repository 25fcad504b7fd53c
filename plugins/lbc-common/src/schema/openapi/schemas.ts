import { z } from 'zod';
import * as chain from '../chain';
import * as common from '../common';
import * as compatibility from '../compatibility';
import * as doctor from '../doctor';
import * as drift from '../drift';
import * as knowledge from '../knowledge';
import * as knowledgeDelta from '../knowledgeDelta';
import * as readiness from '../readiness';
import * as removal from '../removal';
import * as removalPath from '../removalPath';
import * as responses from '../responses';
import * as subjects from '../subjects';
import * as timeline from '../timeline';
import * as verification from '../verification';

/** A part of the document. */
export type Json = Record<string, unknown>;

const RESPONSES = {
  EntityLoadBalancers: responses.entityLoadBalancersResponseSchema,
  RefreshStatus: responses.refreshStatusSchema,
  SubjectDetail: subjects.subjectDetailSchema,
  DetailStatus: chain.detailStatusSchema,
  Transitions: subjects.transitionsResponseSchema,
  Timeline: timeline.timelineResponseSchema,
  WhatIf: removal.whatIfResponseSchema,
  ControllerRemoval: removalPath.controllerRemovalResponseSchema,
  CleanUp: removal.cleanUpResponseSchema,
  Compatibility: compatibility.compatibilityResponseSchema,
  Readiness: readiness.readinessReportSchema,
  EntityReadiness: readiness.entityReadinessResponseSchema,
  Attestations: readiness.attestationsResponseSchema,
  Attestation: readiness.attestationSchema,
  KnowledgeReleases: knowledge.releasesResponseSchema,
  KnowledgeRelease: knowledge.releaseSchema,
  KnowledgeDelta: knowledgeDelta.releaseDeltaSchema,
  Baselines: verification.baselinesResponseSchema,
  Baseline: verification.baselineInfoSchema,
  Comparison: verification.comparisonReportSchema,
  Controllers: responses.controllersResponseSchema,
  Coverage: responses.coverageResponseSchema,
  Doctor: doctor.doctorResponseSchema,
  Health: responses.healthResponseSchema,
} as const;

/** What responses share, under names of their own. */
const PARTS = {
  Message: common.messageSchema,
  State: common.stateSchema,
  CoverageItem: common.coverageItemSchema,
  Facets: common.facetsSchema,
  Evidence: common.evidenceSchema,
  Problem: responses.problemSchema,
  Verdict: responses.entityVerdictSchema,
  SubjectForEntity: subjects.subjectForEntitySchema,
  Owner: subjects.ownerSchema,
  LoadBalancer: subjects.loadBalancerSchema,
  Targets: subjects.targetsSchema,
  TargetGroup: subjects.targetGroupSchema,
  TargetBinding: subjects.targetBindingSchema,
  Controller: subjects.controllerSchema,
  Transition: subjects.transitionSchema,
  TimelineEvent: timeline.timelineEventSchema,
  WatchGap: timeline.watchGapSchema,
  StackComparison: verification.stackComparisonSchema,
  VerificationChange: verification.verificationChangeSchema,
  SubjectWhatIf: removal.subjectWhatIfSchema,
  RemovalItem: removal.removalItemSchema,
  RemovalCommand: removalPath.removalCommandSchema,
  RemovalGate: removalPath.removalGateSchema,
  RemovalStep: removalPath.removalStepSchema,
  RemovalLeftover: removalPath.removalLeftoverSchema,
  CleanUpStep: removal.cleanUpStepSchema,
  CleanUpCommand: removal.cleanUpCommandSchema,
  Cost: removal.costSchema,
  ControllerCompatibility: compatibility.controllerCompatibilitySchema,
  RunningController: compatibility.runningControllerSchema,
  CompatibilityAxis: compatibility.compatibilityAxisSchema,
  CompatibilityFinding: compatibility.compatibilityFindingSchema,
  LadderRelease: compatibility.ladderReleaseSchema,
  FeatureInUse: compatibility.featureInUseSchema,
  ReadinessFinding: readiness.readinessFindingSchema,
  PlanStep: readiness.planStepSchema,
  OwnerEffect: readiness.ownerEffectSchema,
  ReleaseSummary: knowledge.releaseSummarySchema,
  ReleaseNote: knowledge.releaseNoteSchema,
  KnownIssue: knowledge.knownIssueSchema,
  ReleaseCrd: knowledge.releaseCrdSchema,
  ReleaseIamAction: knowledge.releaseIamActionSchema,
  ReleaseRbacRule: knowledge.releaseRbacRuleSchema,
  ReleaseWebhook: knowledge.releaseWebhookSchema,
  CrdDelta: knowledgeDelta.crdDeltaSchema,
  UpgradeStops: knowledgeDelta.upgradeStopsSchema,
  StackDetail: chain.stackDetailSchema,
  Drift: drift.driftSchema,
  ChainListener: chain.chainListenerSchema,
  ChainTargetGroup: chain.chainTargetGroupSchema,
} as const;

export type ResponseName = keyof typeof RESPONSES;

export const REFERENCE = '#/components/schemas/';

/** What bodies are made of, from the zod schemas. */
export function schemas(): Json {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries({ ...RESPONSES, ...PARTS })) {
    registry.add(schema, { id });
  }
  const { schemas: made } = z.toJSONSchema(registry, {
    uri: id => `${REFERENCE}${id}`,
  });
  return Object.fromEntries(
    Object.entries(made).map(([id, { $schema: _, $id: __, ...schema }]) => [
      id,
      schema,
    ]),
  );
}
