import type { CustomResourceDefinitionObject } from '../../inventory/objects';
import type { GatewayApiCrdNeed } from '../../knowledge/types';
import { message } from '../../messages';
import type { AxisInput } from './input';

export const GATEWAY_GROUP = 'gateway.networking.k8s.io';

export const GATEWAY_COMMAND = {
  tool: 'kubectl' as const,
  purpose: message('command.gateway-crds'),
  text: `kubectl get crd gateways.${GATEWAY_GROUP} -o 'jsonpath={.metadata.annotations}'`,
};

/** A CRD by its name. */
export function crdNamed(
  { cluster }: AxisInput,
  name: string,
): CustomResourceDefinitionObject | undefined {
  return cluster.kinds.customResourceDefinitions?.items.find(
    ({ metadata }) => metadata.name === name,
  );
}

function isServed(input: AxisInput, { crd, version }: GatewayApiCrdNeed) {
  return (crdNamed(input, crd)?.spec?.versions ?? []).some(
    each => each.name === version && each.served !== false,
  );
}

/** Which of the CRDs that are needed are not served. */
export function lacking(
  input: AxisInput,
  needs: readonly GatewayApiCrdNeed[],
): GatewayApiCrdNeed[] {
  return needs.filter(need => !isServed(input, need));
}

/** As `<crd>/<version>`, each once. */
export function namesOf(needs: readonly GatewayApiCrdNeed[]): string[] {
  return [...new Set(needs.map(({ crd, version }) => `${crd}/${version}`))];
}
