import { ReadinessGate } from '@lbc-backstage/plugin-lbc-common';
import { z } from 'zod';
import { conditions, maybe, text, texts } from '../projections/fields';

/** A readiness gate of the controller: one a target group. */
const GATE_PREFIX = 'target-health.elbv2.k8s.aws/';
/** What releases before 2.0 wrote. */
const OLD_GATE_PREFIX = 'target-health.alb.ingress.k8s.aws/';

const identity = z.object({
  name: z.string().min(1),
  namespace: text,
  uid: z.string().min(1),
});

export const sliceSchema = z.object({
  metadata: identity,
  endpoints: maybe(
    z.array(
      z.object({
        addresses: texts,
        conditions: maybe(z.object({ ready: maybe(z.boolean()) })),
        targetRef: maybe(z.object({ kind: text, name: text })),
        nodeName: text,
      }),
    ),
  ),
});

export const podSchema = z
  .object({
    metadata: identity,
    spec: maybe(
      z.object({
        nodeName: text,
        readinessGates: maybe(z.array(z.object({ conditionType: z.string() }))),
      }),
    ),
    status: maybe(z.object({ phase: text, podIP: text, conditions })),
  })
  .transform(({ metadata, spec, status }) => {
    const byType = new Map(
      (status?.conditions ?? []).map(each => [each.type, each]),
    );
    const ready = byType.get('Ready')?.status;
    return {
      metadata,
      pod: {
        namespace: metadata.namespace ?? '',
        name: metadata.name,
        uid: metadata.uid,
        ip: status?.podIP,
        nodeName: spec?.nodeName,
        phase: status?.phase,
        ...(ready !== undefined && { ready: ready === 'True' }),
        readinessGates: (spec?.readinessGates ?? [])
          .map(({ conditionType }) => conditionType)
          .filter(isOfController)
          .map((type): ReadinessGate => {
            const condition = byType.get(type);
            return {
              type,
              status: condition?.status,
              reason: condition?.reason,
              message: condition?.message,
              lastTransitionTime: condition?.lastTransitionTime,
            };
          }),
      },
    };
  });

export const nodeSchema = z
  .object({
    metadata: identity,
    spec: maybe(z.object({ providerID: text })),
    status: maybe(
      z.object({
        addresses: maybe(
          z.array(z.object({ type: z.string(), address: z.string() })),
        ),
      }),
    ),
  })
  .transform(({ metadata, spec, status }) => {
    const instanceId = spec?.providerID?.split('/').at(-1);
    return {
      metadata,
      node: {
        name: metadata.name,
        uid: metadata.uid,
        ...(instanceId && { instanceId }),
        addresses: (status?.addresses ?? [])
          .filter(({ type }) => type === 'InternalIP')
          .map(({ address }) => address),
      },
    };
  });

function isOfController(type: string): boolean {
  return type.startsWith(GATE_PREFIX) || type.startsWith(OLD_GATE_PREFIX);
}
