import { NotFoundError } from '@backstage/errors';
import { lbcFleetReadPermission } from '@lbc-backstage/plugin-lbc-common';
import { clusterTarget } from '../entities';
import { AuthorizedReadStore } from '../permissions';
import { answerCompatibility, questionOfCluster } from './compatibility';
import type { AddRoute } from './types';

/** `GET /controllers/:cluster/compatibility` */
export const addClusterCompatibility: AddRoute = (router, context) => {
  router.get('/controllers/:cluster/compatibility', async (req, res) => {
    const { authorizer, compatibility, httpAuth, store } = context;
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    await authorizer.demand(lbcFleetReadPermission, credentials);
    const { cluster } = req.params;
    const targets = await store.listTargets();
    if (!targets.some(({ id }) => id === clusterTarget(cluster))) {
      throw new NotFoundError(
        `The portal does not read a cluster named ${cluster}`,
      );
    }
    const readable = await AuthorizedReadStore.create({
      ...context,
      credentials,
    });
    res.json(
      await answerCompatibility({
        assessor: compatibility,
        questions: [await questionOfCluster(cluster, readable)],
      }),
    );
  });
};
