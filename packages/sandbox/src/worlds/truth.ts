import { z } from 'zod';

const ownerSchema = z.looseObject({
  kind: z.string(),
  namespace: z.string().optional(),
  name: z.string(),
  exists: z.boolean(),
});

const subjectSchema = z.looseObject({
  loadBalancer: z.string().nullable().optional(),
  arn: z.string().nullable().optional(),
  clusterTag: z.string().nullable().optional(),
  owners: z.array(ownerSchema),
  controller: z.string().optional(),
  state: z.union([z.string(), z.array(z.string())]),
  because: z.string().optional(),
  optional: z.boolean().optional(),
});

const targetBindingSchema = z.looseObject({
  namespace: z.string(),
  name: z.string(),
  targetGroup: z.string().nullable().optional(),
});

export const truthSchema = z.looseObject({
  scenario: z.string(),
  controllerVersion: z.string(),
  clusters: z.array(z.string()),
  steps: z.array(
    z.looseObject({
      step: z.string(),
      controllerVersion: z.string().optional(),
      subjects: z.array(subjectSchema),
      targetBindings: z.array(targetBindingSchema),
    }),
  ),
});

/** What is true in a world, step by step: the states that an observer should find. */
export type Truth = z.infer<typeof truthSchema>;
/** What is true at one step. */
export type TruthStep = Truth['steps'][number];
/** One load balancer, or one owner that has none, and the state of its life. */
export type TruthSubject = TruthStep['subjects'][number];
