import type { ReleasesResponse } from '@lbc-backstage/plugin-lbc-common';
import type { AddRoute } from './types';

/** `GET /knowledge/releases`: no secret, so open to whoever is signed in. */
export const addKnowledgeReleases: AddRoute = (router, context) => {
  router.get('/knowledge/releases', async (req, res) => {
    const { httpAuth, knowledge } = context;
    await httpAuth.credentials(req, { allow: ['user', 'service'] });
    const releases = [...knowledge.releases];
    const body: ReleasesResponse = {
      newest: releases[releases.length - 1]?.version ?? '',
      releases,
    };
    res.json(body);
  });
};
