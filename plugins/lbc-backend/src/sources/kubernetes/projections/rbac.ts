import { PlainObject } from '@lbc-backstage/plugin-lbc-common';
import { z } from 'zod';
import { maybe, objectReference } from './fields';
import { metadata } from './metadata';

export const roleProjection = z.object({
  metadata,
  rules: maybe(z.array(z.unknown())),
}) satisfies z.ZodType<PlainObject>;

export const bindingProjection = z.object({
  metadata,
  roleRef: maybe(objectReference),
  subjects: maybe(z.array(objectReference)),
}) satisfies z.ZodType<PlainObject>;
