import { bundledWorlds, loadBundledWorld } from 'lbc-sandbox';
import { clusterOfStep, scopeOfStep } from '../__testUtils__/recordings';
import {
  ingressLoadBalancerName,
  isControllerName,
  opaqueId,
  uidLoadBalancerName,
} from './names';
import { identifyTags, stackObject } from './tags';

/** Every load balancer that a real controller made in the recordings. */
function made() {
  return bundledWorlds().flatMap(name => {
    const world = loadBundledWorld(name);
    return world.steps.flatMap(step => {
      const { kinds } = scopeOfStep(step, step.recordedAt);
      const tags = new Map(
        (kinds.tags?.items ?? []).map(each => [each.arn, each.tags]),
      );
      return (kinds.loadBalancers?.items ?? []).map(loadBalancer => ({
        step,
        loadBalancer,
        identity: identifyTags(tags.get(loadBalancer.arn) ?? {}),
      }));
    });
  });
}

/** The name that the rule gives an Ingress' load balancer, and the one it has. */
function ingressNames(): Array<[string, string]> {
  return made().flatMap(
    ({ loadBalancer, identity }): Array<[string, string]> => {
      const { generation, family, stack, clusterTag, role } = identity;
      // The foreign recording's staging-7 was made by hand, not by a controller.
      return generation === 'lbc' &&
        family === 'ingress' &&
        role === 'load-balancer' &&
        clusterTag !== undefined &&
        clusterTag !== 'staging-7' &&
        stack !== undefined
        ? [
            [
              loadBalancer.name,
              ingressLoadBalancerName({
                clusterTag,
                group: stackObject(stack) ?? { name: stack },
                scheme: loadBalancer.scheme ?? '',
              }),
            ],
          ]
        : [];
    },
  );
}

/** The same of Services and Gateways that are still there. */
function namesWithUid(): Array<[string, string]> {
  return made().flatMap(
    ({ step, loadBalancer, identity }): Array<[string, string]> => {
      const { generation, family, stack, clusterTag } = identity;
      const [cluster] = step.clusters.keys();
      const { kinds } = clusterOfStep({
        step,
        name: cluster,
        at: step.recordedAt,
      });
      const owner =
        generation === 'lbc' && (family === 'service' || family === 'gateway')
          ? [
              ...(kinds.services?.items ?? []),
              ...(kinds.gateways?.items ?? []),
            ].find(
              ({ metadata }) =>
                `${metadata.namespace}/${metadata.name}` === stack,
            )
          : undefined;
      return owner && clusterTag !== undefined
        ? [
            [
              loadBalancer.name,
              uidLoadBalancerName({
                clusterTag,
                namespace: owner.metadata.namespace,
                name: owner.metadata.name,
                uid: owner.metadata.uid,
                scheme: loadBalancer.scheme ?? '',
              }),
            ],
          ]
        : [];
    },
  );
}

describe('names that a real controller gave', () => {
  it('are reproduced from cluster tag, group and scheme for Ingresses', () => {
    const names = ingressNames();
    expect(names.length).toBeGreaterThan(30);
    expect(names.map(([name]) => name)).toEqual(names.map(([, rule]) => rule));
  });

  it('hold the UID of a Service or Gateway', () => {
    const names = namesWithUid();
    expect(names.length).toBeGreaterThan(5);
    expect(names.map(([name]) => name)).toEqual(names.map(([, rule]) => rule));
  });

  it('have the form that tells them from names given by hand', () => {
    const others = made()
      .filter(
        ({ identity }) =>
          identity.generation === 'lbc' && identity.role === 'load-balancer',
      )
      .map(({ loadBalancer }) => loadBalancer.name)
      .filter(name => !isControllerName(name));
    expect(others).toEqual([]);
    expect(isControllerName('corp-website')).toBe(false);
    expect(isControllerName('k8s-shop-web-nothex')).toBe(false);
  });
});

it('makes ids that tell parts apart', () => {
  expect(opaqueId('a', 'bc')).not.toBe(opaqueId('ab', 'c'));
  expect(opaqueId('a')).toMatch(/^[0-9a-f]{24}$/);
});
