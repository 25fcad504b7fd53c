import fc from 'fast-check';
import { loadBundledWorld } from 'lbc-sandbox';
import { clusterOfStep, scopeOfStep } from '../__testUtils__/recordings';
import { renderMessage } from '../messages';
import { DEFAULT_LIFECYCLE_SETTINGS } from '../lifecycle';
import {
  EMPTY_UNIT_MEMORY,
  ScopeSnapshot,
  correlateCluster,
  correlateUnclaimed,
  indexScope,
} from '.';

const [step] = loadBundledWorld('ingress-alb').steps;
const at = step.recordedAt;

const tagKey = fc.oneof(
  fc.constantFrom(
    'elbv2.k8s.aws/cluster',
    'ingress.k8s.aws/stack',
    'ingress.k8s.aws/resource',
    'service.k8s.aws/stack',
    'kubernetes.io/service-name',
    'kubernetes.io/cluster/prod-1',
    'eks:eks-cluster-name',
    '__proto__',
  ),
  fc.string({ maxLength: 128 }),
);

function scopeWith(tags: Record<string, string>, name: string): ScopeSnapshot {
  const whole = scopeOfStep(step, at);
  const { loadBalancers } = whole.kinds;
  if (!loadBalancers) {
    throw new Error('The recording has load balancers');
  }
  const stranger = {
    ...loadBalancers.items[0],
    arn: `${loadBalancers.items[0].arn}0`,
    name,
    dnsName: `${name}.example.com`,
  };
  return {
    ...whole,
    kinds: {
      ...whole.kinds,
      loadBalancers: {
        ...loadBalancers,
        items: [...loadBalancers.items, stranger],
      },
      tags: whole.kinds.tags && {
        ...whole.kinds.tags,
        items: [...whole.kinds.tags.items, { arn: stranger.arn, tags }],
      },
    },
  };
}

// AWS allows tag values of 256 characters of any kind.
it('judges load balancers with any tags and names, and calls none orphaned', () => {
  fc.assert(
    fc.property(
      fc.dictionary(tagKey, fc.string({ maxLength: 256, unit: 'binary' })),
      fc.string({ maxLength: 64 }),
      (tags, name) => {
        const scope = indexScope(scopeWith(tags, name));
        const shared = {
          now: at,
          elsewhere: [],
          memory: EMPTY_UNIT_MEMORY,
          settings: DEFAULT_LIFECYCLE_SETTINGS,
        };
        const unit = correlateCluster({
          ...shared,
          cluster: clusterOfStep({ step, name: 'prod-1', at }),
          scopes: [scope],
          bindings: [],
          identities: new Map(),
        });
        const rest = correlateUnclaimed({
          ...shared,
          scope,
          bindings: unit.bindings,
          claimed: new Set(
            unit.subjects.flatMap(
              ({ loadBalancer }) => loadBalancer?.arn ?? [],
            ),
          ),
          retired: [],
        });
        const subjects = [...unit.subjects, ...rest.subjects];
        for (const subject of subjects) {
          expect(subject.state).not.toBe('orphaned');
          for (const message of [
            subject.because,
            subject.traffic,
            subject.ifYouDeploy,
            ...subject.evidence.map(each => each.message),
          ]) {
            expect(renderMessage(message)).not.toBe('');
          }
        }
        expect(subjects).toHaveLength(2);
      },
    ),
    { numRuns: 200 },
  );
});

it('gives the same answer for the same input', () => {
  const input = {
    now: at,
    cluster: clusterOfStep({ step, name: 'prod-1', at }),
    scopes: [indexScope(scopeOfStep(step, at))],
    bindings: [],
    elsewhere: [],
    identities: new Map(),
    memory: EMPTY_UNIT_MEMORY,
    settings: DEFAULT_LIFECYCLE_SETTINGS,
  };
  expect(correlateCluster(input)).toEqual(correlateCluster(input));
  expect(EMPTY_UNIT_MEMORY).toEqual({ subjects: {}, namespacesWithOwners: [] });
});
