import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  EntityClaims,
  isClusterSearched,
  lbcFleetReadPermission,
  parseEntityClaims,
} from '@lbc-backstage/plugin-lbc-common';
import { claimContext, sortTargets, Target } from '../entities';
import { AuthorizedReadStore } from '../permissions';
import type { RouteContext } from './types';

/** An entity with all that decides what its page shows. */
export interface ReadEntity {
  entity: Entity;
  entityRef: string;
  /** Itself and its parts. */
  entityRefs: string[];
  partsNotAsked: number;
  claims: EntityClaims;
  claimProblems: ReturnType<typeof parseEntityClaims>['problems'];
  /** All that is swept. */
  targets: Target[];
  /** The store as the caller may see it. */
  store: AuthorizedReadStore;
}

/** Gets everything ready to show an entity; its matches are up to date after it. */
export async function readEntity(
  context: RouteContext,
  options: { entity: Entity; credentials: BackstageCredentials },
): Promise<ReadEntity> {
  const { entity, credentials } = options;
  const [store, parts, targets] = await Promise.all([
    AuthorizedReadStore.create({
      store: context.store,
      authorizer: context.authorizer,
      credentials,
    }),
    context.parts.list(entity, { credentials }),
    context.store.listTargets(),
  ]);
  await context.matcher.ensureMatched([entity, ...parts.entities]);
  const { claims, problems } = parseEntityClaims(
    entity,
    claimContext(targets, context.configured.scopes),
  );
  const entityRef = stringifyEntityRef(entity);
  return {
    entity,
    entityRef,
    entityRefs: [
      ...new Set([
        entityRef,
        ...parts.entities.map(part => stringifyEntityRef(part)),
      ]),
    ],
    partsNotAsked: parts.notAsked,
    claims,
    claimProblems: problems,
    targets,
    store,
  };
}

/**
 * The cluster that an entity stands for, where the caller may read the fleet:
 * that it stands for one is its own claim.
 */
export async function permittedCluster(
  { authorizer }: Pick<RouteContext, 'authorizer'>,
  options: {
    read: Pick<ReadEntity, 'claims'>;
    credentials: BackstageCredentials;
  },
): Promise<string | undefined> {
  const { cluster } = options.read.claims;
  return cluster !== undefined &&
    (await authorizer.isAllowed(lbcFleetReadPermission, options.credentials))
    ? cluster
    : undefined;
}

/** The clusters and scopes in which an entity's load balancers are looked for. */
export function searchedTargets(
  context: RouteContext,
  read: Pick<ReadEntity, 'entity' | 'claims' | 'targets'>,
) {
  const { entity, claims } = read;
  const { clusters, scopes } = sortTargets(read.targets);
  const claimed = new Set(claims.stacks.map(({ cluster }) => cluster));
  const { settings } = context;
  return {
    clusters: clusters.filter(
      ({ name: cluster }) =>
        claimed.has(cluster) ||
        isClusterSearched({ entity, claims, cluster, settings }),
    ),
    scopes,
  };
}
