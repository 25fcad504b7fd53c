import { LeaseObject } from '@lbc-backstage/plugin-lbc-common';
import { z } from 'zod';
import { maybe, number, text } from './fields';
import { metadata } from './metadata';

export const leaseProjection = z.object({
  metadata,
  spec: maybe(
    z.object({
      holderIdentity: text,
      leaseDurationSeconds: number,
      acquireTime: text,
      renewTime: text,
      leaseTransitions: number,
    }),
  ),
}) satisfies z.ZodType<LeaseObject>;
