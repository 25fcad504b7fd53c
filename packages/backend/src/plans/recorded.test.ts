import {
  ClusterSnapshot,
  DriftResult,
  compareStack,
  driftObjects,
  expectedModel,
} from '@lbc-backstage/plugin-lbc-common';
import {
  JsonObject,
  JsonValue,
  WorldStep,
  bundledWorlds,
  loadBundledWorld,
} from 'lbc-sandbox';
import { clusterOfPlan } from './cluster';
import { detailsOfStep } from './recorded';

/** Recordings whose steps say of a load balancer whether it drifts. */
interface Case {
  world: string;
  step: WorldStep;
  arn: string;
  truth: 'none' | 'found';
  owner: { kind: string; namespace: string; name: string };
  clusterTag: string;
}

function obj(value: JsonValue | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? value
    : {};
}

function list(value: JsonValue | undefined): JsonObject[] {
  return Array.isArray(value) ? value.map(obj) : [];
}

/** Everything that a cluster of a step has, as a plan's input has it. */
function clusterOf(step: WorldStep, name: string) {
  const files = step.clusters.get(name)?.files ?? new Map<string, JsonValue>();
  const items = [...files.keys()].flatMap(path => {
    const { kind = '', items: all } = obj(files.get(path));
    const own = String(kind).replace(/List$/, '');
    return path.startsWith('api')
      ? list(all).map(item => ({ kind: own, ...item }))
      : [];
  });
  const deployment = items.find(item =>
    JSON.stringify(item).includes('--cluster-name='),
  );
  const flags = Object.fromEntries(
    [...JSON.stringify(deployment ?? {}).matchAll(/"--([\w-]+)=([^"]*)"/g)].map(
      ([, flag, value]) => [flag, value],
    ),
  );
  const cluster: ClusterSnapshot = clusterOfPlan(
    { name, flags: [], input: items },
    undefined,
  );
  return { cluster, flags: deployment && flags };
}

function casesOf(world: string): Case[] {
  const { steps, truth } = loadBundledWorld(world);
  return steps.flatMap(step =>
    (
      truth?.steps.find(each => each.step === step.name)?.subjects ?? []
    ).flatMap(({ arn, clusterTag, owners, facets }): Case[] => {
      const { drift } = obj(facets as JsonValue | undefined);
      const [owner] = owners;
      const { namespace } = owner ?? {};
      return arn &&
        clusterTag &&
        namespace !== undefined &&
        (drift === 'none' || drift === 'found')
        ? [
            {
              world,
              step,
              arn,
              truth: drift,
              owner: { ...owner, namespace },
              clusterTag,
            },
          ]
        : [];
    }),
  );
}

function judge({ step, arn, owner, clusterTag }: Case): DriftResult {
  const detail = detailsOfStep(step).find(each => each.loadBalancerArn === arn);
  if (!detail) {
    throw new Error(`${step.name} has no ${arn}`);
  }
  const [name] = [...step.clusters.keys()].filter(
    each => clusterOf(step, each).flags?.['cluster-name'] === clusterTag,
  );
  const { cluster, flags } = clusterOf(
    step,
    name ?? [...step.clusters.keys()][0],
  );
  const objects = driftObjects({
    cluster,
    ingressClass: flags?.['ingress-class'],
  });
  const value =
    Object.entries(detail.tags?.[arn] ?? {}).find(([key]) =>
      key.endsWith('/stack'),
    )?.[1] ?? `${owner.namespace}/${owner.name}`;
  const expected = expectedModel({
    objects,
    flags,
    version: step.controllerVersion ?? 'v3.5.0',
    stack: { family: owner.kind.toLowerCase(), value },
    clusterTag,
    existing: detail.loadBalancer,
  });
  return compareStack({
    expected,
    detail,
    bindings: objects.targetGroupBindings,
  });
}

const cases = bundledWorlds().flatMap(casesOf);

it('there are recordings of both', () => {
  expect(cases.filter(({ truth }) => truth === 'none').length).toBeGreaterThan(
    30,
  );
  expect(cases.filter(({ truth }) => truth === 'found').length).toBeGreaterThan(
    5,
  );
});

const named = (wanted: Case['truth']) =>
  cases
    .filter(({ truth }) => truth === wanted)
    .map(each => [each.world, each.step.name, each.arn, each] as const);

it.each(named('found'))('%s, %s: %s drifts', (_world, _step, _arn, each) => {
  expect(judge(each).facet).toBe('found');
});

it.each(named('none'))(
  '%s, %s: %s does not drift',
  (_world, _step, _arn, each) => {
    const { facet, findings, notExamined } = judge(each);
    expect(findings).toEqual([]);
    // Not all recordings hold the further certificates of a listener, and one
    // has no controller whose flags would tell what it builds.
    expect([
      ['none'],
      ['not-examined', 'drift.unread.certificates'],
      ['not-examined', 'drift.not-modelled.controller-unread'],
    ]).toContainEqual([facet, ...notExamined.map(({ code }) => code)]);
  },
);

it('the recording of drift shows what was changed', () => {
  const found = cases
    .filter(({ world }) => world === 'drift')
    .map(each => [
      each.step.name,
      judge(each).findings.map(({ path, expected, live }) =>
        [path, expected, live].join(' '),
      ),
    ]);
  const attribute =
    'loadBalancers.LoadBalancer.attributes.idle_timeout.timeout_seconds 120 30';
  const listener = 'listeners.443 HTTPS 443 ';
  const tag = 'loadBalancers.LoadBalancer.tags.env prod ';
  const stack =
    'loadBalancers.LoadBalancer.tags.ingress.k8s.aws/stack shop/web ';
  expect(Object.fromEntries(found)).toEqual({
    '01-in-service': [],
    '02-attribute': [attribute],
    '03-listener': [attribute, listener],
    '04-user-tag': [attribute, tag, listener],
    '05-tracking-tag': [attribute, tag, stack, listener],
    '06-controller-back': [attribute, tag, stack, listener],
    '07-tag-restored': [],
  });
});
