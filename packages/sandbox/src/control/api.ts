import express, { Router } from 'express';
import { z } from 'zod';
import { FaultRule, faultRuleSchema } from '../faults';
import {
  ControlError,
  ControlTarget,
  callsView,
  faultsView,
  findWorld,
  worldViews,
} from './state';

const stepSchema = z.object({
  step: z.union([z.string(), z.number()]).optional(),
});
const faultSchema = z.union([
  z.strictObject({ id: z.string().optional(), rule: faultRuleSchema }),
  faultRuleSchema.transform(rule => ({ id: undefined, rule })),
]);

/** The JSON API of the control server. */
export function controlApi(target: ControlTarget): Router {
  const router = Router();
  router.use(express.json());

  router.get('/fleet', (_, response) => {
    response.json({
      ...target.addresses,
      worlds: target.staged.map(world => world.name),
    });
  });

  router.get('/worlds', (_, response) => {
    response.json({ worlds: worldViews(target) });
  });

  router.post('/worlds/:world/step', (request, response) => {
    const { step } = parse(stepSchema, request.body ?? {});
    const world = findWorld(target, request.params.world);
    response.json({ world: world.name, step: attempt(() => world.goTo(step)) });
  });

  router.get('/calls', (_, response) => {
    response.json(callsView(target));
  });

  router.post('/calls/reset', (_, response) => {
    target.calls.reset();
    response.json(callsView(target));
  });

  router.get('/faults', (_, response) => {
    response.json(faultsView(target));
  });

  router.post('/faults', (request, response) => {
    const { id, rule } = parse(faultSchema, request.body);
    // What the schema let through is a rule, with defaults filled in.
    const set = attempt(() => target.faults.set(id, rule as FaultRule));
    response.status(201).json({ id: set });
  });

  router.delete('/faults/:id?', (request, response) => {
    target.faults.clear(request.params.id);
    response.json(faultsView(target));
  });

  return router;
}

function parse<T extends z.ZodType>(schema: T, value: unknown): z.output<T> {
  const parsed = schema.safeParse(value);
  if (!parsed.success) {
    throw new ControlError(400, z.prettifyError(parsed.error));
  }
  return parsed.data;
}

/** What a fleet refuses is the caller's mistake, not the server's. */
function attempt<T>(action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw new ControlError(
      400,
      error instanceof Error ? error.message : String(error),
    );
  }
}
