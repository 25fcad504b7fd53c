import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  DetailStatus,
  lbcRefreshPermission,
} from '@lbc-backstage/plugin-lbc-common';
import type { Request } from 'express';
import { AuthorizedReadStore } from '../permissions';
import type { AddRoute, RouteContext } from './types';

const MIN_INTERVAL_SECONDS = 60;

async function statusOf(
  { jobs, now }: RouteContext,
  subjectId: string,
): Promise<DetailStatus> {
  const status = await jobs.detailStatus(subjectId);
  const nextAllowed =
    Date.parse(status.requestedAt ?? '1970-01-01') +
    MIN_INTERVAL_SECONDS * 1000;
  return {
    ...status,
    ...(nextAllowed > now() && {
      nextAllowedAt: new Date(nextAllowed).toISOString(),
    }),
  };
}

/** The subject, if the caller may read it; else it is not found. */
async function readableSubject(
  context: RouteContext,
  req: Request,
  credentials: BackstageCredentials,
) {
  const store = await AuthorizedReadStore.create({ ...context, credentials });
  return store.getSubject(req.params.id);
}

/** `GET` and `POST /subjects/:id/detail` */
export const addSubjectDetail: AddRoute = (router, context) => {
  const path = '/subjects/:id/detail';
  const { authorizer, httpAuth, jobs } = context;

  router.get(path, async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const { summary } = await readableSubject(context, req, credentials);
    res.json(await statusOf(context, summary.id));
  });

  router.post(path, async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    await authorizer.demand(lbcRefreshPermission, credentials);
    const { summary, detail } = await readableSubject(
      context,
      req,
      credentials,
    );
    if (!summary.loadBalancer || detail.endedAt !== undefined) {
      throw new InputError(
        'There is no load balancer to read; ask for a subject that has one and is still there',
      );
    }
    const { booked } = await jobs.bookDetail({
      subjectId: summary.id,
      at: new Date(context.now()).toISOString(),
      minIntervalSeconds: MIN_INTERVAL_SECONDS,
    });
    res.status(booked ? 202 : 200).json(await statusOf(context, summary.id));
  });
};
