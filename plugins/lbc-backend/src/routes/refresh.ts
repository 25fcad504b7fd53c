import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  lbcRefreshPermission,
  RefreshStatus,
} from '@lbc-backstage/plugin-lbc-common';
import { NotAllowedError } from '@backstage/errors';
import type { Request } from 'express';
import { targetsOf } from './entityLoadBalancers';
import { loadEntity } from './loadEntity';
import { readEntity, searchedTargets } from './readEntity';
import type { AddRoute, RouteContext } from './types';

const MIN_INTERVAL_SECONDS = 60;
const MOST_SUBJECTS = 100;
/** Where nothing is known of an entity yet, so many sweeps may be moved forward. */
const MOST_SEARCHED = 20;

/** The clusters and scopes that an entity touches, as far as the caller may know. */
async function targetsOfEntity(
  context: RouteContext,
  req: Request,
  credentials: BackstageCredentials,
): Promise<{ entityRef: string; targets: string[] }> {
  const { catalog } = context;
  const entity = await loadEntity(req, { catalog, credentials });
  const read = await readEntity(context, { entity, credentials });
  const { entityRef, entityRefs, store } = read;
  if (store.access.may === 'none') {
    throw new NotAllowedError(
      'You need the permission lbc.stack.read; ask those who run the portal for it',
    );
  }
  const { items } = await store.listSubjects({
    entityRefs,
    limit: MOST_SUBJECTS,
  });
  const touched = targetsOf(items.map(({ summary }) => summary));
  if (touched.length > 0) {
    return { entityRef, targets: touched };
  }
  // What was read longest ago goes first.
  const searched = searchedTargets(context, read);
  const oldestFirst = [...searched.clusters, ...searched.scopes].sort((a, b) =>
    (a.observedAt ?? '').localeCompare(b.observedAt ?? ''),
  );
  return {
    entityRef,
    targets: oldestFirst.slice(0, MOST_SEARCHED).map(({ id }) => id),
  };
}

function stateOf(
  targets: RefreshStatus['targets'],
): Exclude<RefreshStatus['state'], 'idle'> {
  if (targets.some(({ state }) => state === 'running')) {
    return 'running';
  }
  return targets.some(({ state }) => state === 'queued') ? 'queued' : 'done';
}

async function statusOf(
  context: RouteContext,
  refresh: { requestedAt: string; targets: string[] } | undefined,
  /** What the caller may know of; another one may have asked for more. */
  visible: readonly string[],
): Promise<RefreshStatus> {
  if (!refresh) {
    return { state: 'idle', targets: [] };
  }
  const { requestedAt } = refresh;
  const shown = refresh.targets.filter(target => visible.includes(target));
  const targets = shown.length
    ? await context.jobs.sweepStatus(shown, requestedAt)
    : [];
  const nextAllowed = Date.parse(requestedAt) + MIN_INTERVAL_SECONDS * 1000;
  return {
    state: stateOf(targets),
    requestedAt,
    ...(nextAllowed > context.now() && {
      nextAllowedAt: new Date(nextAllowed).toISOString(),
    }),
    targets,
  };
}

/** `GET` and `POST /entities/by-name/:kind/:namespace/:name/refresh` */
export const addRefresh: AddRoute = (router, context) => {
  const path = '/entities/by-name/:kind/:namespace/:name/refresh';
  const { authorizer, httpAuth, jobs } = context;

  router.get(path, async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const { entityRef, targets } = await targetsOfEntity(
      context,
      req,
      credentials,
    );
    const refresh = await jobs.getRefresh(entityRef);
    res.json(await statusOf(context, refresh, targets));
  });

  router.post(path, async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    await authorizer.demand(lbcRefreshPermission, credentials);
    const { entityRef, targets } = await targetsOfEntity(
      context,
      req,
      credentials,
    );
    const { booked, ...refresh } = await jobs.bookRefresh({
      entityRef,
      targets,
      at: new Date(context.now()).toISOString(),
      minIntervalSeconds: MIN_INTERVAL_SECONDS,
    });
    if (booked) {
      await jobs.expedite(targets);
    }
    res
      .status(booked ? 202 : 200)
      .json(await statusOf(context, refresh, targets));
  });
};
