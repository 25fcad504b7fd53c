import { readReport } from './readiness';
import type { AddRoute } from './types';

/** `GET /controllers/:cluster/readiness` */
export const addClusterReadiness: AddRoute = (router, context) => {
  router.get('/controllers/:cluster/readiness', async (req, res) => {
    res.json(await readReport(req, context));
  });
};
