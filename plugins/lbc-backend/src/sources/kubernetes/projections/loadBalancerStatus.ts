import { z } from 'zod';
import { maybe, text } from './fields';

/** Where an Ingress or a Service says what load balancer it has. */
export const loadBalancerStatus = maybe(
  z.object({
    loadBalancer: maybe(
      z.object({
        ingress: maybe(z.array(z.object({ hostname: text, ip: text }))),
      }),
    ),
  }),
);
