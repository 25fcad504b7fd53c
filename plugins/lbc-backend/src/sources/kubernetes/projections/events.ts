import { EventObject } from '@lbc-backstage/plugin-lbc-common';
import { z } from 'zod';
import { maybe, number, text } from './fields';
import { metadata, nameOnly } from './metadata';

const MAX_MESSAGE_CHARS = 1024;

export const eventProjection = z
  .object({
    metadata: metadata.transform(nameOnly),
    involvedObject: z.object({
      kind: z.string(),
      namespace: text,
      name: z.string(),
      uid: text,
    }),
    type: text,
    reason: text,
    message: text,
    firstTimestamp: text,
    lastTimestamp: text,
    eventTime: text,
    count: number,
    source: maybe(z.object({ component: text })),
    reportingComponent: text,
  })
  .transform(
    ({ source, reportingComponent, message, ...event }): EventObject => ({
      ...event,
      message: message && cut(message),
      source: source?.component || reportingComponent || undefined,
    }),
  ) satisfies z.ZodType<EventObject>;

function cut(message: string): string {
  return message.length > MAX_MESSAGE_CHARS
    ? // A slice would hold on to the whole text.
      Buffer.from(message.slice(0, MAX_MESSAGE_CHARS)).toString()
    : message;
}
