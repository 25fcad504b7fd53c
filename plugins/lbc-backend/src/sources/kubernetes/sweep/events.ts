import {
  KUBERNETES_KINDS,
  KubernetesKindName,
} from '@lbc-backstage/plugin-lbc-common';
import { combine } from '../lists';
import { KindStep } from './step';

/** Kinds that the controller writes Events on; a cluster has far more of others. */
const INVOLVED: KubernetesKindName[] = [
  'ingresses',
  'services',
  'targetGroupBindings',
  'ingressClassParams',
  'gateways',
  'loadBalancerConfigurations',
  'targetGroupConfigurations',
  'globalAccelerators',
];

export const eventsStep: KindStep<'events'> = {
  kind: 'events',
  async read({ reader }) {
    const outcomes = [];
    for (const involved of INVOLVED.filter(each => !reader.isAbsent(each))) {
      const { kind } = KUBERNETES_KINDS[involved];
      outcomes.push(
        await reader.list('events', {
          query: { fieldSelector: `involvedObject.kind=${kind}` },
        }),
      );
    }
    return combine('events', outcomes);
  },
};
