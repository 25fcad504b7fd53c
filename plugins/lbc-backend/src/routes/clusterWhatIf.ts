import { NotFoundError } from '@backstage/errors';
import {
  lbcFleetReadPermission,
  WhatIfResponse,
} from '@lbc-backstage/plugin-lbc-common';
import type { Request } from 'express';
import { clusterTarget } from '../entities';
import { AuthorizedReadStore } from '../permissions';
import { targetsOf } from './entityLoadBalancers';
import {
  answerWhatIf,
  MOST_SUBJECTS,
  readWhatIf,
  removalSubjectOf,
  WhatIfRequest,
} from './removal';
import type { AddRoute, RouteContext } from './types';

/** What goes of a cluster, as far as the caller may read it. */
export async function readClusterWhatIf(
  req: Request,
  context: RouteContext,
  question: { cluster: string; asked: WhatIfRequest },
): Promise<WhatIfResponse> {
  const { authorizer, httpAuth, store } = context;
  const { cluster, asked } = question;
  const credentials = await httpAuth.credentials(req, {
    allow: ['user', 'service'],
  });
  await authorizer.demand(lbcFleetReadPermission, credentials);
  const targets = await store.listTargets();
  const target = targets.find(({ id }) => id === clusterTarget(cluster));
  if (!target) {
    throw new NotFoundError(
      `The portal does not read a cluster named ${cluster}`,
    );
  }
  const readable = await AuthorizedReadStore.create({
    ...context,
    credentials,
  });
  const { found, loose, views } = await readable.listCluster({
    cluster,
    ...(asked.namespace !== undefined && { namespace: asked.namespace }),
    limit: MOST_SUBJECTS,
  });
  const summaries = found.items.map(({ summary }) => summary);
  const [live, coverage] = await Promise.all([
    store.getLiveAttributes(summaries.map(({ id }) => id)),
    store.listCoverage({
      targets: [...new Set([clusterTarget(cluster), ...targetsOf(summaries)])],
      incompleteOnly: true,
    }),
  ]);
  return answerWhatIf({
    req,
    question: {
      ...asked,
      subjects: found.items.map(each =>
        removalSubjectOf(each, live[each.summary.id]),
      ),
      looseTargetBindings: loose,
      more: found.total - found.items.length,
    },
    coverage,
    views,
    ...(target.observedAt && { observedAt: target.observedAt }),
  });
}

/** `GET /clusters/:name/what-if` */
export const addClusterWhatIf: AddRoute = (router, context) => {
  router.get('/clusters/:name/what-if', async (req, res) => {
    res.json(
      await readClusterWhatIf(req, context, {
        cluster: req.params.name,
        asked: readWhatIf(req),
      }),
    );
  });
};
