import express from 'express';
import Router from 'express-promise-router';
import { addCleanUp } from './cleanUp';
import { addClusterCompatibility } from './clusterCompatibility';
import { addClusterWhatIf } from './clusterWhatIf';
import { addControllers } from './controllers';
import { addCoverage } from './coverage';
import { addEntityCompatibility } from './entityCompatibility';
import { addEntityLoadBalancers } from './entityLoadBalancers';
import { addEntityWhatIf } from './entityWhatIf';
import { addHealth } from './health';
import { addKnowledgeDelta } from './knowledgeDelta';
import { addKnowledgeRelease } from './knowledgeRelease';
import { addKnowledgeReleases } from './knowledgeReleases';
import { addRefresh } from './refresh';
import { addSubject } from './subject';
import { addSubjectDetail } from './subjectDetail';
import { addSubjectWhatIf } from './subjectWhatIf';
import { addTimeline } from './timeline';
import { addTransitions } from './transitions';
import type { RouteContext } from './types';

/** The API under `/api/lbc`. Reading it never calls a cluster or AWS. */
export function createRouter(context: RouteContext): express.Router {
  const router = Router();
  addHealth(router, context);
  addEntityLoadBalancers(router, context);
  addRefresh(router, context);
  addSubject(router, context);
  addSubjectDetail(router, context);
  addTransitions(router, context);
  addTimeline(router, context);
  addSubjectWhatIf(router, context);
  addEntityWhatIf(router, context);
  addClusterWhatIf(router, context);
  addCleanUp(router, context);
  addEntityCompatibility(router, context);
  addClusterCompatibility(router, context);
  addKnowledgeReleases(router, context);
  addKnowledgeRelease(router, context);
  addKnowledgeDelta(router, context);
  addControllers(router, context);
  addCoverage(router, context);
  return router;
}
