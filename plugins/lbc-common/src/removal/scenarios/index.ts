import { Scenario } from '../scenario';
import { WhatIfScenario } from '../types';
import { clusterGoes } from './clusterGoes';
import { controllerGoes } from './controllerGoes';
import { ingressClassGoes } from './ingressClassGoes';
import { namespaceGoes } from './namespaceGoes';
import { ownerGoes } from './ownerGoes';

/** Every scenario by its id. */
export const SCENARIOS: Readonly<Record<WhatIfScenario, Scenario>> = {
  'controller-goes': controllerGoes,
  'owner-goes': ownerGoes,
  'namespace-goes': namespaceGoes,
  'ingress-class-goes': ingressClassGoes,
  'cluster-goes': clusterGoes,
};
