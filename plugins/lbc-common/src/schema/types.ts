import type { z } from 'zod';
import type * as chain from './chain';
import type * as common from './common';
import type * as compatibility from './compatibility';
import type * as doctor from './doctor';
import type * as knowledge from './knowledge';
import type * as readiness from './readiness';
import type * as removal from './removal';
import type * as removalPath from './removalPath';
import type * as responses from './responses';
import type * as subjects from './subjects';
import type * as timeline from './timeline';

/** @public */
export type ApiMessage = z.infer<typeof common.messageSchema>;
/** @public */
export type CoverageItem = z.infer<typeof common.coverageItemSchema>;
/** @public */
export type SubjectSummary = z.infer<typeof subjects.subjectSummarySchema>;
/** @public */
export type SubjectForEntity = z.infer<typeof subjects.subjectForEntitySchema>;
/** @public */
export type SubjectDetail = z.infer<typeof subjects.subjectDetailSchema>;
/** @public */
export type Transition = z.infer<typeof subjects.transitionSchema>;
/** @public */
export type TransitionsResponse = z.infer<
  typeof subjects.transitionsResponseSchema
>;
/** @public */
export type TimelineEvent = z.infer<typeof timeline.timelineEventSchema>;
/** @public */
export type WatchGap = z.infer<typeof timeline.watchGapSchema>;
/** @public */
export type TimelineItem = z.infer<typeof timeline.timelineItemSchema>;
/** @public */
export type TimelineResponse = z.infer<typeof timeline.timelineResponseSchema>;
/** @public */
export type EntityVerdict = z.infer<typeof responses.entityVerdictSchema>;
/** @public */
export type EntityLoadBalancersResponse = z.infer<
  typeof responses.entityLoadBalancersResponseSchema
>;
/** @public */
export type WhatIfResponse = z.infer<typeof removal.whatIfResponseSchema>;
/** @public */
export type ControllerRemovalResponse = z.infer<
  typeof removalPath.controllerRemovalResponseSchema
>;
/** @public */
export type CleanUpResponse = z.infer<typeof removal.cleanUpResponseSchema>;
/** @public */
export type RefreshStatus = z.infer<typeof responses.refreshStatusSchema>;
/** @public */
export type ControllersResponse = z.infer<
  typeof responses.controllersResponseSchema
>;
/** @public */
export type CoverageResponse = z.infer<typeof responses.coverageResponseSchema>;
/** @public */
export type DoctorResponse = z.infer<typeof doctor.doctorResponseSchema>;
/** @public */
export type ApiProblem = z.infer<typeof responses.problemSchema>;
/** @public */
export type ApiController = z.infer<typeof subjects.controllerSchema>;
/** @public */
export type ApiStackDetail = z.infer<typeof chain.stackDetailSchema>;
/** @public */
export type DetailStatus = z.infer<typeof chain.detailStatusSchema>;
/** @public */
export type ReleasesResponse = z.infer<typeof knowledge.releasesResponseSchema>;
/** @public */
export type CompatibilityResponse = z.infer<
  typeof compatibility.compatibilityResponseSchema
>;
/** @public */
export type EntityReadinessResponse = z.infer<
  typeof readiness.entityReadinessResponseSchema
>;
/** @public */
export type AttestationsResponse = z.infer<
  typeof readiness.attestationsResponseSchema
>;
