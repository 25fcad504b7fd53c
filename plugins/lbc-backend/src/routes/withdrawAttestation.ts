import { NotFoundError } from '@backstage/errors';
import { lbcAttestPermission } from '@lbc-backstage/plugin-lbc-common';
import { demandCluster } from './readiness';
import type { AddRoute } from './types';

/** `DELETE /controllers/:cluster/attestations/:id` */
export const addWithdrawAttestation: AddRoute = (router, context) => {
  router.delete('/controllers/:cluster/attestations/:id', async (req, res) => {
    const { attestations, authorizer, httpAuth } = context;
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    await authorizer.demand(lbcAttestPermission, credentials);
    const { cluster, id } = req.params;
    await demandCluster(context, cluster);
    if (!(await attestations.remove({ cluster, id }))) {
      throw new NotFoundError(
        `There is no attestation ${id} of cluster ${cluster}`,
      );
    }
    res.json({ items: await attestations.list(cluster) });
  });
};
