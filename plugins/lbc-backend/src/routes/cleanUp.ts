import {
  cleanUp,
  CleanUpCommand,
  CleanUpResponse,
} from '@lbc-backstage/plugin-lbc-common';
import { AuthorizedReadStore } from '../permissions';
import { apiMessage } from '../store/summary';
import { targetsOf } from './entityLoadBalancers';
import { removalSubjectOf } from './removal';
import type { AddRoute } from './types';

const command = ({ purpose, ...rest }: CleanUpCommand) => ({
  ...rest,
  purpose: apiMessage(purpose),
});

/** `GET /subjects/:id/clean-up` */
export const addCleanUp: AddRoute = (router, context) => {
  router.get('/subjects/:id/clean-up', async (req, res) => {
    const credentials = await context.httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const store = await AuthorizedReadStore.create({ ...context, credentials });
    const { id } = req.params;
    const { whole: found, view } = await store.readSubject(id);
    const targets = targetsOf([found.summary]);
    const [live, coverage] = await Promise.all([
      context.store.getLiveAttributes([id]),
      targets.length
        ? context.store.listCoverage({ targets, incompleteOnly: true })
        : [],
    ]);
    const plan = cleanUp({
      subject: removalSubjectOf(found, live[id]),
      now: new Date(context.now()).toISOString(),
      ...context.removal,
    });
    const { cost, instead, permission } = plan;
    const body: CleanUpResponse = {
      ...plan,
      because: apiMessage(plan.because),
      serving: apiMessage(plan.serving),
      proof: plan.proof.map(line => ({
        ...line,
        asks: apiMessage(line.asks),
        says: line.says && apiMessage(line.says),
      })),
      permission: {
        ...permission,
        because: apiMessage(permission.because),
        lacking: permission.lacking.map(apiMessage),
      },
      instead: instead && apiMessage(instead),
      steps: plan.steps.map(step => ({
        ...step,
        message: apiMessage(step.message),
        blockers: step.blockers.map(({ status, message }) => ({
          status,
          message: apiMessage(message),
        })),
        checks: step.checks.map(command),
        commands: step.commands.map(command),
      })),
      afterwards: plan.afterwards.map(command),
      cost: cost && {
        ...cost,
        parts: cost.parts.map(part => ({
          ...part,
          message: apiMessage(part.message),
        })),
        unknown: cost.unknown.map(apiMessage),
      },
      observedAt: found.summary.observedAt,
      coverage,
    };
    res.json(view ? view.redact(body) : body);
  });
};
