import express, { Router } from 'express';
import { z } from 'zod';
import { FaultRule } from '../faults';
import { parseJson } from '../json';
import { ControlTarget, findWorld } from './state';

const optionalText = z
  .string()
  .optional()
  .transform(text => text?.trim() || undefined);
const formSchema = z.object({
  side: z.enum(['kubernetes', 'aws']),
  kind: z.string(),
  values: optionalText,
  what: optionalText,
  where: optionalText,
  times: optionalText,
  page: optionalText,
});

/** What the page's forms send; each comes back to the page. */
export function controlForms(
  target: ControlTarget,
  render: (error?: string) => string,
): Router {
  const router = Router();
  router.use(express.urlencoded({ extended: false }));

  const form = (path: string, action: (request: express.Request) => void) =>
    router.post(path, (request, response) => {
      try {
        action(request);
        response.redirect(303, '/');
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        response.status(400).type('html').send(render(message));
      }
    });

  form('/worlds/:world/step', ({ params, body }) => {
    findWorld(target, params.world).goTo(String(body.step || '') || undefined);
  });
  form('/calls/reset', () => target.calls.reset());
  form('/faults/clear', ({ body }) => target.faults.clear(String(body.id)));
  form('/faults', ({ body }) => {
    target.faults.set(ruleOf(formSchema.parse(body)));
  });
  return router;
}

function ruleOf(form: z.output<typeof formSchema>): FaultRule {
  const { side, kind, values, what, where, times, page } = form;
  const kubernetes = side === 'kubernetes';
  // The book checks the whole rule, so the fault's shape is checked there.
  const fault = {
    ...(values ? (parseJson(values) as object) : {}),
    kind,
  } as FaultRule['fault'];
  return {
    side,
    resource: kubernetes ? what : undefined,
    operation: kubernetes ? undefined : what,
    cluster: kubernetes ? where : undefined,
    account: kubernetes ? undefined : where,
    times: times === undefined ? undefined : Number(times),
    page: page === undefined ? undefined : Number(page),
    fault,
  };
}
