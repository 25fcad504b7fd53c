import type { Entity } from '@backstage/catalog-model';
import type {
  EntityVerdict,
  SubjectSummary,
} from '@lbc-backstage/plugin-lbc-common';
import { ClusterOwners, ownerOf } from '../entities';

/** The first four lines, as the most urgent subject says them. */
export function verdictOf(options: {
  subject: SubjectSummary;
  entity: Entity;
  clusterOwners: ClusterOwners;
}): EntityVerdict {
  const { subject, entity, clusterOwners } = options;
  const { state, traffic, ifYouDeploy, whoActs, since, because } = subject;
  const owners = {
    you: ownerOf(entity),
    platform: clusterOwners.get(subject.cluster),
    nobody: undefined,
  };
  const entityRef = owners[whoActs];
  return {
    state,
    traffic,
    ifYouDeploy,
    whoActs: { role: whoActs, ...(entityRef && { entityRef }) },
    since,
    because,
  };
}
