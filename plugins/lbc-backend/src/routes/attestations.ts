import { lbcFleetReadPermission } from '@lbc-backstage/plugin-lbc-common';
import { demandCluster } from './readiness';
import type { AddRoute } from './types';

/** `GET /controllers/:cluster/attestations` */
export const addAttestations: AddRoute = (router, context) => {
  router.get('/controllers/:cluster/attestations', async (req, res) => {
    const { attestations, authorizer, httpAuth } = context;
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    await authorizer.demand(lbcFleetReadPermission, credentials);
    const { cluster } = req.params;
    await demandCluster(context, cluster);
    res.json({ items: await attestations.list(cluster) });
  });
};
