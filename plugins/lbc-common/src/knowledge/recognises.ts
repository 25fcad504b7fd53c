import type { Family, Generation } from '../identity/tags';
import { compareReleases } from './compareReleases';
import type { ReleaseSummary } from './types';
import { parseReleaseVersion } from './versions';

/**
 * What a release does with resources of a generation. `manages`: it wrote them
 * and keeps them; `adopts`: another generation wrote them and it takes them
 * over; `ignores`: it never touches them; `unknown`: nothing says.
 * @public
 */
export type Recognition = 'manages' | 'adopts' | 'ignores' | 'unknown';

/** What a mark is for; the shared security group belongs to a whole cluster. @public */
export type MarkFamily = Family | 'backend-security-group';

/** A kind of mark that the controller writes to what it makes. @public */
export interface GenerationMark {
  generation: Generation;
  /** Absent where a mark stands on objects of any family. */
  family?: MarkFamily;
  /** Tags of a resource in AWS, or the finalizer of an object. */
  kind: 'tag' | 'finalizer';
  /** As in the cluster; `<…>` stands for what differs. */
  marks: readonly string[];
  /** First release of the controller that writes it; absent where none does. */
  writtenSince?: string;
  /** First release that finds its resources by it; absent where none does. */
  recognisedSince?: string;
  source: string;
}

const TAGS = 'pkg/shared_constants/tag_keys.go';
const FINALIZERS = 'pkg/shared_constants/finalizers.go';

function tag(
  family: Family,
  prefix: string,
  since: string,
  source: string,
): GenerationMark {
  return {
    generation: 'lbc',
    family,
    kind: 'tag',
    marks: ['elbv2.k8s.aws/cluster', `${prefix}/stack`, `${prefix}/resource`],
    writtenSince: since,
    recognisedSince: since,
    source,
  };
}

function finalizer(
  marks: readonly string[],
  since: string,
  family?: Family,
): GenerationMark {
  return {
    generation: 'lbc',
    ...(family && { family }),
    kind: 'finalizer',
    marks,
    writtenSince: since,
    recognisedSince: since,
    source: FINALIZERS,
  };
}

/** What each generation of the controller writes and recognises. @public */
export const GENERATION_MARKS: readonly GenerationMark[] = [
  tag('ingress', 'ingress.k8s.aws', 'v2.0.0', TAGS),
  tag('service', 'service.k8s.aws', 'v2.0.0', TAGS),
  tag(
    'gateway',
    'gateway.k8s.aws.<alb|nlb>',
    'v2.13.0',
    'pkg/gateway/constants/controller_constants.go',
  ),
  tag(
    'global-accelerator',
    'aga.k8s.aws',
    'v2.17.0',
    'pkg/shared_constants/tag_keys.go; pkg/model/aga',
  ),
  {
    generation: 'lbc',
    family: 'backend-security-group',
    kind: 'tag',
    marks: ['elbv2.k8s.aws/cluster', 'elbv2.k8s.aws/resource=backend-sg'],
    writtenSince: 'v2.3.0',
    recognisedSince: 'v2.3.0',
    source: 'pkg/networking/backend_sg_provider.go',
  },
  {
    // v1.1.3 to v1.1.9: found by the pair of cluster and stack, and kept.
    generation: 'alb-ingress-v1',
    family: 'ingress',
    kind: 'tag',
    marks: ['ingress.k8s.aws/cluster', 'ingress.k8s.aws/stack'],
    recognisedSince: 'v2.0.0',
    source:
      'pkg/deploy/tracking/provider.go; docs/deploy/upgrade/migrate_v1_v2.md',
  },
  {
    // Up to v1.1.2: a new load balancer is made beside it.
    generation: 'alb-ingress-v1',
    family: 'ingress',
    kind: 'tag',
    marks: ['kubernetes.io/ingress-name', 'kubernetes.io/namespace'],
    source: 'docs/deploy/upgrade/migrate_v1_v2.md',
  },
  finalizer(['ingress.k8s.aws/resources'], 'v2.0.0', 'ingress'),
  finalizer(['group.ingress.k8s.aws/<group>'], 'v2.0.0', 'ingress'),
  finalizer(['service.k8s.aws/resources'], 'v2.0.0', 'service'),
  finalizer(['elbv2.k8s.aws/resources'], 'v2.0.0'),
  finalizer(
    ['gateway.k8s.aws/alb', 'gateway.k8s.aws/nlb'],
    'v2.13.0',
    'gateway',
  ),
  finalizer(['gateway.k8s.aws/gatewayclass'], 'v2.13.3', 'gateway'),
  finalizer(
    ['gateway.k8s.aws/targetgroupconfigurations'],
    'v2.13.3',
    'gateway',
  ),
  finalizer(
    ['gateway.k8s.aws/loadbalancerconfigurations'],
    'v2.13.3',
    'gateway',
  ),
  finalizer(
    ['gateway.k8s.aws/listenerruleconfigurations'],
    'v2.13.4',
    'gateway',
  ),
  finalizer(['aga.k8s.aws/resources'], 'v2.17.0', 'global-accelerator'),
];

/** A generation, or a family of it where families differ. @public */
export interface GenerationQuestion {
  generation: Generation;
  /** Without it, what is asked of generation `lbc` is unknown. */
  family?: MarkFamily;
  /**
   * Has it the tags `ingress.k8s.aws/cluster` and `/stack`? Only such load
   * balancers of v1 are adopted; absent where it is not known.
   */
  stackTags?: boolean;
}

/**
 * What a release does with what a generation left behind. Give a release that
 * is known: of any other, and of a test version, the answer is `unknown`.
 * @public
 */
export function recognises(
  question: GenerationQuestion,
  release: Pick<ReleaseSummary, 'version'> | undefined,
): Recognition {
  const parsed = release && parseReleaseVersion(release.version);
  if (!parsed || parsed.kind === 'pre-release' || parsed.major < 2) {
    return 'unknown';
  }
  switch (question.generation) {
    case 'lbc':
      return recognisesOwn(question.family, parsed.release);
    case 'alb-ingress-v1':
      if (question.stackTags === undefined) {
        return 'unknown';
      }
      return question.stackTags ? 'adopts' : 'ignores';
    default:
      return 'ignores';
  }
}

function recognisesOwn(
  family: MarkFamily | undefined,
  release: string,
): Recognition {
  const since = GENERATION_MARKS.find(
    mark =>
      mark.generation === 'lbc' &&
      mark.kind === 'tag' &&
      mark.family === family,
  )?.recognisedSince;
  if (family === undefined || since === undefined) {
    return 'unknown';
  }
  return compareReleases(release, since) >= 0 ? 'manages' : 'ignores';
}
