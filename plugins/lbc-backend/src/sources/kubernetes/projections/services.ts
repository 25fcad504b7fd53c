import { ServiceObject } from '@lbc-backstage/plugin-lbc-common';
import { z } from 'zod';
import {
  flag,
  maybe,
  number,
  numberOrText,
  text,
  textMap,
  texts,
} from './fields';
import { loadBalancerStatus } from './loadBalancerStatus';
import { metadata } from './metadata';

export const serviceProjection = z.object({
  metadata,
  spec: maybe(
    z.object({
      type: text,
      loadBalancerClass: text,
      externalTrafficPolicy: text,
      healthCheckNodePort: number,
      allocateLoadBalancerNodePorts: flag,
      loadBalancerSourceRanges: texts,
      ipFamilies: texts,
      ports: maybe(
        z.array(
          z.object({
            name: text,
            port: number,
            protocol: text,
            appProtocol: text,
            nodePort: number,
            targetPort: maybe(numberOrText),
          }),
        ),
      ),
      selector: textMap,
    }),
  ),
  status: loadBalancerStatus,
}) satisfies z.ZodType<ServiceObject>;
