import { NamespaceObject } from '@lbc-backstage/plugin-lbc-common';
import { z } from 'zod';
import { maybe, text } from './fields';
import { metadata } from './metadata';

export const namespaceProjection = z.object({
  metadata,
  status: maybe(
    z.object({
      phase: text,
      conditions: maybe(
        z.array(
          z.object({ type: z.string(), status: z.string(), message: text }),
        ),
      ),
    }),
  ),
}) satisfies z.ZodType<NamespaceObject>;
