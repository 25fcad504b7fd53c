import { NotFoundError } from '@backstage/errors';
import { findRelease } from './releases';
import type { AddRoute } from './types';

/** `GET /knowledge/releases/:version` */
export const addKnowledgeRelease: AddRoute = (router, context) => {
  router.get('/knowledge/releases/:version', async (req, res) => {
    const { httpAuth, knowledge } = context;
    await httpAuth.credentials(req, { allow: ['user', 'service'] });
    const found = findRelease(knowledge, {
      name: 'version',
      text: req.params.version,
    });
    if ('unknown' in found) {
      throw new NotFoundError(found.unknown);
    }
    res.json(await knowledge.load(found.version));
  });
};
