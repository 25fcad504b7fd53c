import { InputError, NotFoundError } from '@backstage/errors';
import {
  isReadinessProblem,
  ReadinessProblem,
  ReadinessReport,
  ReadinessTarget,
  renderMessage,
} from '@lbc-backstage/plugin-lbc-common';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { lbcFleetReadPermission } from '@lbc-backstage/plugin-lbc-common';
import { NotAllowedError } from '@backstage/errors';
import type { Request } from 'express';
import { clusterTarget } from '../entities';
import { readName } from './query';
import type { RouteContext } from './types';

/** `target=v3.5.0` or `kubernetes=1.35`; neither: the best there is. */
export function readTarget(req: Request): ReadinessTarget | undefined {
  const version = readName(req, 'target');
  const kubernetes = readName(req, 'kubernetes');
  if (version !== undefined && kubernetes !== undefined) {
    throw new InputError(
      'Give target or kubernetes, not both: one change at a time can be judged',
    );
  }
  if (version !== undefined) {
    return { kind: 'controller', version };
  }
  return kubernetes === undefined
    ? undefined
    : { kind: 'kubernetes', version: kubernetes };
}

/** Refuses a cluster that the portal does not read. */
export async function demandCluster(
  { store }: Pick<RouteContext, 'store'>,
  cluster: string,
): Promise<void> {
  const targets = await store.listTargets();
  if (!targets.some(({ id }) => id === clusterTarget(cluster))) {
    throw new NotFoundError(
      `The portal does not read a cluster named ${cluster}`,
    );
  }
}

/** A report names everything in a cluster: only who may read all of it gets one. */
export async function maySeeReport(
  { authorizer }: Pick<RouteContext, 'authorizer'>,
  credentials: BackstageCredentials,
): Promise<boolean> {
  const [fleet, access] = await Promise.all([
    authorizer.isAllowed(lbcFleetReadPermission, credentials),
    authorizer.stackAccess(credentials),
  ]);
  return fleet && access.may === 'all';
}

/** Codes of what is not there, rather than asked wrongly. */
const NOT_THERE = [
  'readiness.no-controller',
  'readiness.controllers-not-read',
  'readiness.auto-mode-only',
  'readiness.no-target',
];

/** What is wrong with a question, as the error that a script gets. */
export function errorOf({ problem, details }: ReadinessProblem): Error {
  const text = [problem, ...details].map(each => renderMessage(each)).join(' ');
  return NOT_THERE.includes(problem.code)
    ? new NotFoundError(text)
    : new InputError(text);
}

/** The report of a cluster, for one who may read all of it. */
export async function readReport(
  req: Request,
  context: RouteContext,
): Promise<ReadinessReport> {
  const { authorizer, httpAuth, readiness } = context;
  const target = readTarget(req);
  const credentials = await httpAuth.credentials(req, {
    allow: ['user', 'service'],
  });
  await authorizer.demand(lbcFleetReadPermission, credentials);
  if (!(await maySeeReport(context, credentials))) {
    throw new NotAllowedError(
      'The readiness of a cluster names all of its load balancers: you need the permission lbc.stack.read for all of them; ask those who run the portal for it',
    );
  }
  const { cluster } = req.params;
  await demandCluster(context, cluster);
  const answer = await readiness.assess({
    cluster,
    ...(target && { target }),
  });
  if (!answer) {
    throw new NotFoundError(
      `The portal has not read the cluster ${cluster} yet: wait for its first sweep`,
    );
  }
  if (isReadinessProblem(answer)) {
    throw errorOf(answer);
  }
  return answer;
}
