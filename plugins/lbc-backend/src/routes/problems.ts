import {
  ANNOTATION_LBC_CLUSTER,
  ApiProblem,
  EntityClaims,
  message,
  Message,
} from '@lbc-backstage/plugin-lbc-common';
import type { RouteContext } from './types';
import type { ReadEntity } from './readEntity';
import { sortTargets } from '../entities';

const KUBERNETES_EXAMPLE = `kubernetes:
  serviceLocatorMethod:
    type: multiTenant
  clusterLocatorMethods:
    - type: config
      clusters:
        - name: prod-1
          url: https://prod-1.example.com
          authProvider: serviceAccount
          serviceAccountToken: \${PROD_1_TOKEN}
          caData: \${PROD_1_CA}
`;

const AWS_EXAMPLE = `aws:
  accounts:
    - accountId: '123456789012'
      roleName: backstage-lbc-read
lbc:
  aws:
    scopes:
      - accountId: '123456789012'
        region: eu-west-1
`;

/** What configuration lacks for anything to be seen. */
export function configurationProblems(
  context: RouteContext,
  read: Pick<ReadEntity, 'targets'>,
  discoveryProblems: readonly Message[],
): ApiProblem[] {
  const { configured } = context;
  const { clusters, scopes } = sortTargets(read.targets);
  const problems: ApiProblem[] = [];
  /** What discovery says of the same, with less help. */
  const said = new Set<string>();
  if (clusters.length === 0 && !configured.kubernetes) {
    problems.push({
      severity: 'error',
      message: message('config.kubernetes-missing'),
      example: KUBERNETES_EXAMPLE,
    });
    said.add('sweep.discovery-failed');
  } else if (clusters.length === 0) {
    problems.push({
      severity: 'warning',
      message: message('config.clusters-none'),
    });
  }
  if (scopes.length === 0 && !configured.aws) {
    problems.push({
      severity: 'error',
      message: message('config.scopes-missing'),
      example: AWS_EXAMPLE,
    });
    said.add('source.aws-not-configured').add('source.aws-regions-missing');
  }
  return [
    ...problems,
    ...discoveryProblems
      .filter(({ code }) => !said.has(code))
      .map(each => ({ severity: 'warning' as const, message: each })),
  ];
}

/** Claims that each name one load balancer, or one set of tags. */
function claimCount(claims: EntityClaims): number {
  return (
    claims.stacks.length +
    claims.arns.length +
    claims.dnsNames.length +
    (claims.tags.length > 0 ? 1 : 0)
  );
}

/** What permission keeps from the caller, without saying what that is. */
export function permissionProblems(
  read: Pick<ReadEntity, 'store' | 'claims'>,
  found: { claimed: number; hidden: number },
): ApiProblem[] {
  const { access } = read.store;
  if (access.may === 'none') {
    return [{ severity: 'warning', message: message('entity.not-permitted') }];
  }
  const problems: ApiProblem[] = [];
  // Told by what is *visible* alone: whether a claimed load balancer exists is
  // nothing that someone who may not read it could learn by annotating.
  if (access.may === 'some' && found.claimed < claimCount(read.claims)) {
    problems.push({
      severity: 'warning',
      message: message('entity.claim-not-permitted'),
    });
  }
  if (found.hidden > 0) {
    problems.push({
      severity: 'info',
      message: message('entity.members-not-permitted', { count: found.hidden }),
    });
  }
  return problems;
}

/** What the entity itself could say better. */
export function entityProblems(read: ReadEntity): ApiProblem[] {
  const { claims, claimProblems, partsNotAsked } = read;
  const problems: ApiProblem[] = [...claimProblems];
  const clusters = sortTargets(read.targets).clusters.map(({ name }) => name);
  if (claims.cluster && clusters.length && !clusters.includes(claims.cluster)) {
    problems.push({
      severity: 'warning',
      message: message('entity.cluster-not-swept', {
        cluster: claims.cluster,
        clusters,
        annotation: ANNOTATION_LBC_CLUSTER,
      }),
    });
  }
  if (partsNotAsked > 0) {
    problems.push({
      severity: 'info',
      message: message('entity.parts-not-asked', { count: partsNotAsked }),
    });
  }
  return problems;
}
