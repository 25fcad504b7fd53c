import {
  GatewayClassObject,
  GatewayObject,
  RouteObject,
} from '@lbc-backstage/plugin-lbc-common';
import { z } from 'zod';
import {
  anything,
  conditions,
  gatewayReference,
  maybe,
  number,
  text,
  textMap,
  texts,
} from './fields';
import { metadata } from './metadata';

export const gatewayClassProjection = z.object({
  metadata,
  spec: maybe(
    z.object({
      controllerName: text,
      parametersRef: maybe(gatewayReference),
    }),
  ),
  status: maybe(z.object({ conditions })),
}) satisfies z.ZodType<GatewayClassObject>;

export const gatewayProjection = z.object({
  metadata,
  spec: maybe(
    z.object({
      gatewayClassName: text,
      infrastructure: maybe(
        z.object({
          parametersRef: maybe(gatewayReference),
          annotations: textMap,
          labels: textMap,
        }),
      ),
      listeners: maybe(
        z.array(
          z.object({
            name: z.string(),
            port: number,
            protocol: text,
            hostname: text,
            tls: maybe(z.object({ mode: text })),
            allowedRoutes: maybe(
              z.object({
                kinds: maybe(z.array(z.object({ group: text, kind: text }))),
                namespaces: maybe(z.object({ from: text, selector: anything })),
              }),
            ),
          }),
        ),
      ),
    }),
  ),
  status: maybe(
    z.object({
      addresses: maybe(z.array(z.object({ type: text, value: z.string() }))),
      conditions,
      listeners: maybe(
        z.array(
          z.object({ name: z.string(), attachedRoutes: number, conditions }),
        ),
      ),
    }),
  ),
}) satisfies z.ZodType<GatewayObject>;

const parentReference = z
  .object({
    group: text,
    kind: text,
    namespace: text,
    name: z.string(),
    sectionName: text,
    port: number,
  })
  .transform(({ group, ...rest }) => ({ apiGroup: group, ...rest }));

const backendReference = z
  .object({
    group: text,
    kind: text,
    namespace: text,
    name: z.string(),
    port: number,
    weight: number,
  })
  .transform(({ group, ...rest }) => ({ apiGroup: group, ...rest }));

export const routeProjection = z.object({
  metadata,
  spec: maybe(
    z.object({
      parentRefs: maybe(z.array(parentReference)),
      hostnames: texts,
      rules: maybe(
        z.array(
          z.object({
            backendRefs: maybe(z.array(backendReference)),
            // The whole of them: every field decides what a rule becomes.
            matches: maybe(z.array(z.record(z.string(), z.unknown()))),
            filters: maybe(z.array(z.record(z.string(), z.unknown()))),
          }),
        ),
      ),
    }),
  ),
  status: maybe(
    z.object({
      parents: maybe(
        z.array(
          z.object({
            parentRef: maybe(gatewayReference),
            controllerName: text,
            conditions,
          }),
        ),
      ),
    }),
  ),
}) satisfies z.ZodType<RouteObject>;
