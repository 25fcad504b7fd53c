import { useRouteRef } from '@backstage/core-plugin-api';
import { rootRouteRef } from '../../routes';
import { EntityLoadBalancersCard } from './EntityLoadBalancersCard';

/** The classic system throws where the tab is not mounted; the card does without the link. */
function useTabHref(): string | undefined {
  try {
    return useRouteRef(rootRouteRef)();
  } catch {
    return undefined;
  }
}

/** The card in the classic front-end system. */
export function LegacyCard() {
  return <EntityLoadBalancersCard href={useTabHref()} />;
}
