import { planMarkdown } from '@lbc-backstage/plugin-lbc-common';
import { readReport } from './readiness';
import { readName } from './query';
import type { AddRoute } from './types';

/** `GET /controllers/:cluster/readiness/plan.md` */
export const addClusterReadinessPlan: AddRoute = (router, context) => {
  router.get('/controllers/:cluster/readiness/plan.md', async (req, res) => {
    const checklist = readName(req, 'format') === 'checklist';
    const report = await readReport(req, context);
    res
      .type('text/markdown')
      .set('x-content-type-options', 'nosniff')
      .send(planMarkdown(report, { checklist }));
  });
};
