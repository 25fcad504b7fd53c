import { readClusterWhatIf } from './clusterWhatIf';
import type { AddRoute } from './types';

/**
 * `GET /controllers/:cluster/removal`: what stays, hangs and leaks if the
 * controller goes, what blocks it, and in which order to do it instead.
 */
export const addControllerRemoval: AddRoute = (router, context) => {
  router.get('/controllers/:cluster/removal', async (req, res) => {
    res.json(
      await readClusterWhatIf(req, context, {
        cluster: req.params.cluster,
        asked: { scenario: 'controller-goes' },
      }),
    );
  });
};
