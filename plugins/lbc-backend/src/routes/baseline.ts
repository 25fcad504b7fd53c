import { InputError, NotFoundError } from '@backstage/errors';
import {
  BaselineInfo,
  lbcFleetReadPermission,
} from '@lbc-backstage/plugin-lbc-common';
import type { Request } from 'express';
import { readName } from './query';
import type { AddRoute, RouteContext } from './types';

/** The baseline that a request names, of the cluster that it names. */
export async function baselineOf(
  { baselines }: Pick<RouteContext, 'baselines'>,
  req: Request,
): Promise<BaselineInfo> {
  const { id } = req.params;
  const cluster = readName(req, 'cluster');
  const info = await baselines.get(id);
  if (!info) {
    throw new NotFoundError(
      `There is no baseline ${id}; it may be older than baselines are kept`,
    );
  }
  if (cluster && cluster !== info.cluster) {
    throw new InputError(
      `The baseline ${id} is of the cluster ${info.cluster}, not of ${cluster}; a baseline is compared with its own cluster only`,
    );
  }
  return info;
}

/** `GET /baselines/:id` */
export const addBaseline: AddRoute = (router, context) => {
  router.get('/baselines/:id', async (req, res) => {
    const credentials = await context.httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    await context.authorizer.demand(lbcFleetReadPermission, credentials);
    res.json(await baselineOf(context, req));
  });
};
