import { TargetGroupBindingObject } from '@lbc-backstage/plugin-lbc-common';
import { z } from 'zod';
import { conditions, flag, maybe, number, numberOrText, text } from './fields';
import { metadata } from './metadata';

export const targetGroupBindingProjection = z.object({
  metadata,
  spec: maybe(
    z.object({
      targetGroupARN: text,
      targetGroupName: text,
      targetType: text,
      vpcID: text,
      serviceRef: maybe(z.object({ name: text, port: maybe(numberOrText) })),
      multiClusterTargetGroup: flag,
      iamRoleArnToAssume: text,
    }),
  ),
  status: maybe(z.object({ observedGeneration: number, conditions })),
}) satisfies z.ZodType<TargetGroupBindingObject>;
