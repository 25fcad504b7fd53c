import {
  GlobalAcceleratorObject,
  PlainObject,
} from '@lbc-backstage/plugin-lbc-common';
import { z } from 'zod';
import { anything, maybe, text } from './fields';
import { metadata, nameOnly } from './metadata';

/** Kinds whose spec and status are kept as they are. */
export const plainProjection = z.object({
  metadata,
  spec: anything,
  status: anything,
}) satisfies z.ZodType<PlainObject>;

/** Kinds of which only the metadata matters; a lock ConfigMap says all there. */
export const metadataProjection = z.object({
  metadata,
}) satisfies z.ZodType<PlainObject>;

/** Kinds of which it matters that an object is there. */
export const nameProjection = z.object({
  metadata: metadata.transform(nameOnly),
}) satisfies z.ZodType<PlainObject>;

export const globalAcceleratorProjection = z.object({
  metadata,
  spec: anything,
  status: maybe(z.object({ acceleratorARN: text, dnsName: text })),
}) satisfies z.ZodType<GlobalAcceleratorObject>;
