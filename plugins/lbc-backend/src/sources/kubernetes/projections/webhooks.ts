import { createHash } from 'crypto';
import { WebhookConfigurationObject } from '@lbc-backstage/plugin-lbc-common';
import { z } from 'zod';
import { maybe, number, text, texts } from './fields';
import { caExpiry } from './caExpiry';
import { metadata } from './metadata';

const clientConfig = z
  .object({
    service: maybe(
      z.object({ namespace: z.string(), name: z.string(), port: number }),
    ),
    caBundle: text,
  })
  .transform(({ service, caBundle }) => {
    const caExpiresAt = caBundle && caExpiry(caBundle);
    return {
      ...(service && { service }),
      ...(caBundle && {
        caBundleHash: createHash('sha256').update(caBundle).digest('hex'),
      }),
      ...(caExpiresAt && { caExpiresAt }),
    };
  });

export const webhookConfigurationProjection = z.object({
  metadata,
  webhooks: maybe(
    z.array(
      z.object({
        name: z.string(),
        failurePolicy: text,
        clientConfig: maybe(clientConfig),
        rules: maybe(
          z.array(
            z.object({ apiGroups: texts, resources: texts, operations: texts }),
          ),
        ),
        admissionReviewVersions: texts,
      }),
    ),
  ),
}) satisfies z.ZodType<WebhookConfigurationObject>;

export const endpointSliceProjection = z.object({
  metadata,
  endpoints: maybe(
    z.array(
      z.object({
        addresses: texts,
        conditions: maybe(z.object({ ready: maybe(z.boolean()) })),
      }),
    ),
  ),
});
