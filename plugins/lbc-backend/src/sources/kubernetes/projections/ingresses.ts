import {
  IngressClassObject,
  IngressClassParamsObject,
  IngressObject,
} from '@lbc-backstage/plugin-lbc-common';
import { z } from 'zod';
import { maybe, number, objectReference, text, texts } from './fields';
import { loadBalancerStatus } from './loadBalancerStatus';
import { metadata } from './metadata';

const backend = z.object({
  service: maybe(
    z.object({
      name: text,
      port: maybe(z.object({ number, name: text })),
    }),
  ),
});

export const ingressProjection = z.object({
  metadata,
  spec: maybe(
    z.object({
      ingressClassName: text,
      defaultBackend: maybe(backend),
      tls: maybe(z.array(z.object({ hosts: texts }))),
      rules: maybe(
        z.array(
          z.object({
            host: text,
            http: maybe(
              z.object({
                paths: maybe(
                  z.array(
                    z.object({
                      path: text,
                      pathType: text,
                      backend: maybe(backend),
                    }),
                  ),
                ),
              }),
            ),
          }),
        ),
      ),
    }),
  ),
  status: loadBalancerStatus,
}) satisfies z.ZodType<IngressObject>;

export const ingressClassProjection = z.object({
  metadata,
  spec: maybe(
    z.object({ controller: text, parameters: maybe(objectReference) }),
  ),
}) satisfies z.ZodType<IngressClassObject>;

/** The whole spec: every field of it changes what the controller builds. */
export const ingressClassParamsProjection = z.object({
  metadata,
  spec: maybe(
    z.looseObject({
      group: maybe(z.object({ name: text })),
      scheme: text,
    }),
  ),
}) satisfies z.ZodType<IngressClassParamsObject>;
