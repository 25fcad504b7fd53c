import {
  ANNOTATION_LBC_CLUSTER,
  ANNOTATION_LBC_STACK,
  ANNOTATION_LBC_TAGS,
  ANNOTATION_LOAD_BALANCER_DNS_NAME,
  ARN_ANNOTATIONS,
} from '../../annotations';
import { message } from '../../messages';
import { ClaimProblem, KnownScope, parseArnClaim, quoted } from './arnClaims';
import { annotationOf, MatchableEntity } from './entity';
import { LabelSelector, parseLabelSelector } from './labelSelector';
import { parseStackClaim, StackClaim } from './stackClaims';
import { parseTagClaims } from './tagClaims';

const KUBERNETES_ID = 'backstage.io/kubernetes-id';
const KUBERNETES_LABEL_SELECTOR = 'backstage.io/kubernetes-label-selector';
const KUBERNETES_NAMESPACE = 'backstage.io/kubernetes-namespace';
const KUBERNETES_CLUSTER = 'backstage.io/kubernetes-cluster';

/** What an entity says of its load balancers, read from its annotations. @public */
export interface EntityClaims {
  stacks: readonly StackClaim[];
  /** Tags of which a load balancer must carry all. */
  tags: ReadonlyArray<readonly [string, string]>;
  arns: readonly string[];
  dnsNames: readonly string[];
  /** The selector by which the kubernetes plugin finds its objects. */
  selector?: LabelSelector;
  /** The only namespace in which the kubernetes plugin looks. */
  namespace?: string;
  /** The only cluster, for the singleTenant service locator. */
  kubernetesCluster?: string;
  /** The cluster that the entity stands for. */
  cluster?: string;
}

/** What claims are held against; nothing beyond it is ever asked or called. @public */
export interface ClaimContext {
  /** The portal's names of the clusters it knows. */
  clusters: readonly string[];
  scopes: readonly KnownScope[];
}

function unknownCluster(
  annotation: string,
  cluster: string,
  clusters: readonly string[],
): ClaimProblem[] {
  if (clusters.includes(cluster)) {
    return [];
  }
  const params = { annotation, cluster: quoted(cluster) };
  return [
    {
      severity: 'error',
      message: clusters.length
        ? message('entity.cluster-unknown', { ...params, clusters })
        : message('entity.cluster-none-known', params),
    },
  ];
}

function list(text: string | undefined): string[] {
  return (text ?? '')
    .split(',')
    .map(part => part.trim())
    .filter(Boolean);
}

/** DNS names in one form: lower case, no final dot, no `dualstack.` in front. */
export function plainDnsName(text: string): string {
  return text
    .trim()
    .toLocaleLowerCase('en-US')
    .replace(/\.$/, '')
    .replace(/^dualstack\./, '');
}

function standsForCluster(entity: MatchableEntity): string | undefined {
  const isCluster =
    entity.kind.toLocaleLowerCase('en-US') === 'resource' &&
    entity.spec?.type === 'kubernetes-cluster';
  return (
    annotationOf(entity, ANNOTATION_LBC_CLUSTER) ??
    (isCluster ? entity.metadata.name : undefined)
  );
}

/**
 * Reads what an entity's annotations say, and what is wrong with them. It never
 * throws: annotations are people's text.
 * @public
 */
export function parseEntityClaims(
  entity: MatchableEntity,
  context: ClaimContext,
): { claims: EntityClaims; problems: ClaimProblem[] } {
  const { clusters, scopes } = context;
  const problems: ClaimProblem[] = [];

  const stacks = list(annotationOf(entity, ANNOTATION_LBC_STACK)).flatMap(
    text => {
      const claim = parseStackClaim(text);
      if (!claim) {
        problems.push({
          severity: 'error',
          message: message('entity.stack-malformed', {
            annotation: ANNOTATION_LBC_STACK,
            value: quoted(text),
          }),
        });
        return [];
      }
      const unknown = unknownCluster(
        ANNOTATION_LBC_STACK,
        claim.cluster,
        clusters,
      );
      problems.push(...unknown);
      return unknown.length ? [] : [claim];
    },
  );

  const tagText = annotationOf(entity, ANNOTATION_LBC_TAGS);
  const tags = tagText === undefined ? [] : parseTagClaims(tagText);
  if (!tags) {
    problems.push({
      severity: 'error',
      message: message('entity.tags-malformed', {
        annotation: ANNOTATION_LBC_TAGS,
        value: quoted(tagText ?? ''),
      }),
    });
  }

  const arns = ARN_ANNOTATIONS.flatMap(annotation =>
    list(annotationOf(entity, annotation)).flatMap(text => {
      const { arn, problem } = parseArnClaim({
        annotation,
        text,
        scopes,
        anyResource: annotation === 'aws.amazon.com/arn',
      });
      problems.push(...(problem ? [problem] : []));
      return arn ?? [];
    }),
  );

  const selectorText = annotationOf(entity, KUBERNETES_LABEL_SELECTOR);
  const selector = selectorText
    ? parseLabelSelector(selectorText)
    : {
        requirements: [
          {
            key: KUBERNETES_ID,
            operator: 'in' as const,
            values: [
              annotationOf(entity, KUBERNETES_ID) ?? entity.metadata.name,
            ],
          },
        ],
      };
  if (!selector) {
    problems.push({
      severity: 'error',
      message: message('entity.selector-malformed', {
        annotation: KUBERNETES_LABEL_SELECTOR,
        value: quoted(selectorText ?? ''),
      }),
    });
  }

  // An entity that is named like its cluster need not be one that the portal
  // knows; only what someone wrote by hand can be wrong.
  const byHand = annotationOf(entity, ANNOTATION_LBC_CLUSTER);
  const wrongCluster = byHand
    ? unknownCluster(ANNOTATION_LBC_CLUSTER, byHand, clusters)
    : [];
  problems.push(...wrongCluster);

  const namespace = annotationOf(entity, KUBERNETES_NAMESPACE);
  const kubernetesCluster = annotationOf(entity, KUBERNETES_CLUSTER);
  const cluster = wrongCluster.length ? undefined : standsForCluster(entity);
  return {
    claims: {
      stacks,
      tags: tags ?? [],
      arns: [...new Set(arns)],
      dnsNames: list(
        annotationOf(entity, ANNOTATION_LOAD_BALANCER_DNS_NAME),
      ).map(plainDnsName),
      ...(selector && { selector }),
      ...(namespace && { namespace }),
      ...(kubernetesCluster && { kubernetesCluster }),
      ...(cluster && { cluster }),
    },
    problems,
  };
}
