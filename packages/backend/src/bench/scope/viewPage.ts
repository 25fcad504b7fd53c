import type { BenchPortal } from '../portal';
import type { BenchEntities } from './benchEntities';

/** Where an entity's load balancers are. */
export function entityPath({ measured }: BenchEntities): string {
  return `/api/lbc/entities/by-name/component/default/${measured}/load-balancers`;
}

/** Asks for all that the page of the measured entity asks for. */
export async function viewPage(options: {
  portal: BenchPortal;
  entities: BenchEntities;
  token?: string;
}): Promise<void> {
  const { portal, entities, token } = options;
  const { items } = (await portal.get(entityPath(entities), token)) as {
    items: Array<{ id: string }>;
  };
  const { measured, loadBalancers } = entities;
  if (items.length !== loadBalancers.length) {
    throw new Error(
      `${measured} shows ${items.length} load balancers, not ${loadBalancers.length}`,
    );
  }
  for (const { id } of items) {
    await portal.get(`/api/lbc/subjects/${id}`, token);
    await portal.get(`/api/lbc/subjects/${id}/transitions`, token);
  }
  await portal.get('/api/lbc/controllers', token);
  await portal.get('/api/lbc/coverage', token);
}
