import { ConflictError, InputError } from '@backstage/errors';
import {
  lbcBaselineCreatePermission,
  lbcFleetReadPermission,
} from '@lbc-backstage/plugin-lbc-common';
import { baselineOf } from './baseline';
import { reportOf } from './baselineComparison';
import { callerOf } from './caller';
import type { AddRoute } from './types';

/** `POST /baselines/:id/comparisons` */
export const addBaselineComparisons: AddRoute = (router, context) => {
  router.post('/baselines/:id/comparisons', async (req, res) => {
    const { authorizer, baselines, httpAuth, now } = context;
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    await authorizer.demand(lbcBaselineCreatePermission, credentials);
    // The answer tells of the whole cluster.
    await authorizer.demand(lbcFleetReadPermission, credentials);
    const baseline = await baselineOf(context, req);
    if (baseline.status === 'reading') {
      throw new ConflictError(
        `The baseline ${baseline.id} is still being read; compare when it is complete`,
      );
    }
    if (baseline.status === 'failed') {
      throw new InputError(
        `Nothing of the baseline ${baseline.id} could be read, so there is nothing to compare with; take another one`,
      );
    }
    const booked = await baselines.compare({
      id: baseline.id,
      by: callerOf(credentials),
    });
    res
      .status(booked?.created ? 202 : 200)
      .json(reportOf(baseline, booked?.state, now()));
  });
};
