import type { Entity } from '@backstage/catalog-model';
import type { FilterPredicate } from '@backstage/filter-predicates';
import { ANNOTATION_LBC_CLUSTER } from '@lbc-backstage/plugin-lbc-common';

const KINDS = ['component', 'system'];
const RESOURCE_TYPES = ['kubernetes-cluster', 'aws-load-balancer'];

/**
 * Entities that get the tab and the card, as a predicate that `app.extensions`
 * can replace. It says where the question makes sense; whether there is a load
 * balancer is for the backend to say, and the empty tab says how to get one.
 */
export const LBC_ENTITY_FILTER: FilterPredicate = {
  $any: [
    { kind: 'component' },
    { kind: 'system' },
    { kind: 'resource', 'spec.type': 'kubernetes-cluster' },
    { kind: 'resource', 'spec.type': 'aws-load-balancer' },
    { [`metadata.annotations.${ANNOTATION_LBC_CLUSTER}`]: { $exists: true } },
  ],
};

/**
 * Whether an entity gets the tab by default: Components, Systems, Resources
 * that are Kubernetes clusters or load balancers, and whatever stands for a
 * cluster by `lbc/cluster`.
 * @public
 */
export function isLbcAvailable(entity: Entity): boolean {
  const kind = entity.kind.toLocaleLowerCase('en-US');
  const type = entity.spec?.type;
  return (
    KINDS.includes(kind) ||
    (kind === 'resource' &&
      typeof type === 'string' &&
      RESOURCE_TYPES.includes(type.toLocaleLowerCase('en-US'))) ||
    entity.metadata.annotations?.[ANNOTATION_LBC_CLUSTER] !== undefined
  );
}
