import { plainDnsName, EntityClaims } from './claims';
import { entityRefOf, MatchableEntity } from './entity';
import { selectorMatches } from './labelSelector';
import { tagsClaimed } from './tagClaims';
import { entityNamedByTags, EntityTag } from './tagNames';
import { MatchingFacts, MatchingObject, Via } from './types';

/** Configuration that decides which objects an entity has. @public */
export interface MatchingSettings {
  /** `kubernetes.serviceLocatorMethod.type`; one that is unknown limits nothing. */
  serviceLocator: string;
  entityTags: readonly EntityTag[];
}

/** Why an entity sees a subject. @public */
export interface SubjectMatch {
  via: Via;
  /** Nothing but the entity's own annotation speaks for it. */
  claimOnly: boolean;
  /** Routes of the entity's Services through a load balancer that others own. */
  ownRoutes?: string[];
  /**
   * Owners and Services of the subject that are the entity's own, as
   * `Ingress/shop/web`; absent where there is none.
   */
  objects?: string[];
}

function claimedByAnnotation(
  claims: EntityClaims,
  facts: MatchingFacts,
): boolean {
  return (
    claims.stacks.some(
      ({ cluster, stack }) =>
        cluster === facts.cluster && facts.stacks.includes(stack),
    ) ||
    tagsClaimed(claims.tags, facts.tags) ||
    (facts.arn !== undefined && claims.arns.includes(facts.arn)) ||
    (facts.dnsName !== undefined &&
      facts.dnsName !== '' &&
      claims.dnsNames.includes(plainDnsName(facts.dnsName)))
  );
}

/** Whether the kubernetes plugin's service locator would look in a cluster. @public */
export function isClusterSearched(options: {
  entity: MatchableEntity;
  claims: EntityClaims;
  cluster: string | undefined;
  settings: MatchingSettings;
}): boolean {
  const { entity, claims, cluster, settings } = options;
  switch (settings.serviceLocator) {
    case 'singleTenant':
      return (
        claims.kubernetesCluster === undefined ||
        claims.kubernetesCluster === cluster
      );
    case 'catalogRelation': {
      const namespace = entity.metadata.namespace ?? 'default';
      return (entity.relations ?? []).some(
        ({ type, targetRef }) =>
          type === 'dependsOn' &&
          targetRef === `resource:${namespace}/${cluster}`,
      );
    }
    default:
      return true;
  }
}

/** How an object is named beside others of all kinds, as `Ingress/shop/web`. @public */
export function objectKey(object: {
  kind: string;
  namespace: string;
  name: string;
}): string {
  return `${object.kind}/${object.namespace}/${object.name}`;
}

function selects(claims: EntityClaims, object: MatchingObject): boolean {
  return (
    claims.selector !== undefined &&
    (claims.namespace === undefined || claims.namespace === object.namespace) &&
    selectorMatches(claims.selector, object.labels)
  );
}

/**
 * Whether and why an entity sees a subject (DESIGN §8): any match attaches, the
 * strongest one is named. `relation` is the backend's: it asks for an entity's
 * parts.
 * @public
 */
export function matchEntity(options: {
  entity: MatchableEntity;
  claims: EntityClaims;
  facts: MatchingFacts;
  settings: MatchingSettings;
}): SubjectMatch | undefined {
  const { entity, claims, facts, settings } = options;
  const annotation = claimedByAnnotation(claims, facts);
  const searched = isClusterSearched({
    entity,
    claims,
    cluster: facts.cluster,
    settings,
  });
  const owners = searched
    ? facts.owners.filter(owner => selects(claims, owner))
    : [];
  const kubernetes = owners.length > 0;
  const backends = searched
    ? facts.backends.filter(backend => selects(claims, backend))
    : [];
  const tag =
    entityNamedByTags(facts.tags, settings.entityTags) === entityRefOf(entity);

  const vias: Array<[Via, boolean]> = [
    ['annotation', annotation],
    ['kubernetes', kubernetes],
    ['backend', backends.length > 0],
    ['tag', tag],
  ];
  const strongest = vias.find(([, applies]) => applies);
  if (!strongest) {
    return undefined;
  }
  const objects = [...new Set([...owners, ...backends].map(objectKey))];
  const ownRoutes = [...new Set(backends.flatMap(({ routes = [] }) => routes))];
  return {
    via: strongest[0],
    claimOnly: annotation && !kubernetes && backends.length === 0 && !tag,
    ...(!kubernetes && backends.length > 0 && { ownRoutes }),
    ...(objects.length > 0 && { objects }),
  };
}
