import { z } from 'zod';

/** JSON of the API server or of AWS: whatever it holds. */
const object = z.record(z.string(), z.unknown());

const event = z.object({
  type: z.string().optional(),
  reason: z.string().optional(),
  kind: z.string().optional(),
  name: z.string().optional(),
  message: z.string().optional(),
});

/** The controller's own model of a stack, as it prints it. */
const plan = z.object({
  id: z.string(),
  resources: z.record(z.string(), z.record(z.string(), object)),
});

const awsSchema = z.object({
  loadBalancers: z.array(object).optional(),
  listeners: z.array(object).optional(),
  targetGroups: z.array(object).optional(),
  securityGroups: z.array(object).optional(),
});

/** A recording of what the controller built from one spec. */
export const planFileSchema = z.object({
  name: z.string(),
  about: z.string().optional(),
  controllerVersion: z.string().optional(),
  flags: z.array(z.string()),
  input: z.array(object),
  refused: z.unknown().optional(),
  plan: plan.nullish(),
  events: z.array(event).optional(),
  targetGroupBindings: z.array(object).nullish(),
  aws: awsSchema.nullish(),
});

/** What was there before any spec. */
export const environmentSchema = z.object({
  region: z.string().optional(),
  accountId: z.string().optional(),
  controllerVersion: z.string().optional(),
  kubernetes: z.record(z.string(), z.array(object)).optional(),
});

export type PlanFile = z.infer<typeof planFileSchema>;
export type Plan = NonNullable<PlanFile['plan']>;
export type PlanAws = NonNullable<PlanFile['aws']>;
export type PlanEnvironment = z.infer<typeof environmentSchema>;
