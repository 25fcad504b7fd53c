import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import {
  lbcBaselineCreatePermission,
  lbcFleetReadPermission,
} from '@lbc-backstage/plugin-lbc-common';
import { baselineRequestSchema } from '@lbc-backstage/plugin-lbc-common/schema';
import express from 'express';
import { clusterTarget } from '../entities';
import { readName } from './query';
import type { AddRoute, RouteContext } from './types';
import { callerOf } from './caller';

/** The most stacks of one baseline: more would take hours at AWS' pace. */
const MOST_STACKS = 1_000;

async function demandCluster(
  { store }: RouteContext,
  cluster: string,
): Promise<void> {
  const targets = await store.listTargets();
  if (!targets.some(({ id }) => id === clusterTarget(cluster))) {
    throw new NotFoundError(
      `The portal reads no cluster "${cluster}"; GET /controllers names those that it reads`,
    );
  }
}

function readBody(body: unknown) {
  const parsed = baselineRequestSchema.safeParse(body);
  if (!parsed.success) {
    const [{ path, message }] = parsed.error.issues;
    throw new InputError(
      `Send {"cluster": …, "name": …} and, if you like, "subjects"; ${
        path.join('.') || 'the body'
      } is wrong: ${message}`,
    );
  }
  return parsed.data;
}

/** `GET` and `POST /baselines` */
export const addBaselines: AddRoute = (router, context) => {
  const { authorizer, httpAuth, baselines } = context;

  router.get('/baselines', async (req, res) => {
    const cluster = readName(req, 'cluster');
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    await authorizer.demand(lbcFleetReadPermission, credentials);
    if (!cluster) {
      throw new InputError('Name a cluster, as in ?cluster=prod-1');
    }
    res.json({ items: await baselines.list(cluster) });
  });

  router.post(
    '/baselines',
    express.json({ limit: '200kb' }),
    async (req, res) => {
      const credentials = await httpAuth.credentials(req, {
        allow: ['user', 'service'],
      });
      await authorizer.demand(lbcBaselineCreatePermission, credentials);
      const { cluster, name, subjects } = readBody(req.body);
      await demandCluster(context, cluster);
      const chosen = subjects && [...new Set(subjects)];
      const count = await baselines.countStacks({
        cluster,
        ...(chosen && { subjects: chosen }),
      });
      if (chosen && count < chosen.length) {
        throw new InputError(
          `${
            chosen.length - count
          } of the subjects are no load balancers of ${cluster}; choose among those of this cluster`,
        );
      }
      if (count === 0) {
        throw new InputError(
          `The cluster ${cluster} has no load balancer to take a baseline of`,
        );
      }
      if (count > MOST_STACKS) {
        throw new InputError(
          `The cluster ${cluster} has ${count} load balancers; choose at most ${MOST_STACKS} of them with "subjects", and take several baselines`,
        );
      }
      const { created, info } = await baselines.create({
        cluster,
        name,
        by: callerOf(credentials),
        ...(chosen && { subjects: chosen }),
      });
      if (!created) {
        throw new ConflictError(
          `The baseline "${info.name}" of ${cluster} is still being read; wait for it`,
        );
      }
      res.status(202).json(info);
    },
  );
};
