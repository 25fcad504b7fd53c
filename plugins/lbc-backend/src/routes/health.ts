import type { AddRoute } from './types';

/** `GET /health`, for probes: open to all, and says nothing but that it answers. */
export const addHealth: AddRoute = router => {
  router.get('/health', (_req, res) => {
    res.json({ status: 'ok' });
  });
};
