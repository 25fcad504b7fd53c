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

describe('names that a real controller gave', () => {
  it('are reproduced from cluster tag, group and scheme for Ingresses', () => {
    let reproduced = 0;
    for (const { loadBalancer, identity } of made()) {
      const { family, stack, clusterTag, role } = identity;
      // The foreign recording's staging-7 was made by hand, not by a controller.
      if (
        family === 'ingress' &&
        identity.generation === 'lbc' &&
        role === 'load-balancer' &&
        clusterTag !== undefined &&
        clusterTag !== 'staging-7' &&
        stack !== undefined
      ) {
        expect(loadBalancer.name).toBe(
          ingressLoadBalancerName({
            clusterTag,
            group: stackObject(stack) ?? { name: stack },
            scheme: loadBalancer.scheme ?? '',
          }),
        );
        reproduced++;
      }
    }
    expect(reproduced).toBeGreaterThan(30);
  });

  it('hold the UID of a Service or Gateway', () => {
    let reproduced = 0;
    for (const { step, loadBalancer, identity } of made()) {
      const { family, stack, clusterTag } = identity;
      if (
        (family !== 'service' && family !== 'gateway') ||
        identity.generation !== 'lbc' ||
        clusterTag === undefined ||
        stack === undefined
      ) {
        continue;
      }
      const [cluster] = step.clusters.keys();
      const { kinds } = clusterOfStep({
        step,
        name: cluster,
        at: step.recordedAt,
      });
      const owners = [
        ...(kinds.services?.items ?? []),
        ...(kinds.gateways?.items ?? []),
      ];
      const owner = owners.find(
        ({ metadata }) => `${metadata.namespace}/${metadata.name}` === stack,
      );
      if (owner) {
        expect(loadBalancer.name).toBe(
          uidLoadBalancerName({
            clusterTag,
            namespace: owner.metadata.namespace,
            name: owner.metadata.name,
            uid: owner.metadata.uid,
            scheme: loadBalancer.scheme ?? '',
          }),
        );
        reproduced++;
      }
    }
    expect(reproduced).toBeGreaterThan(5);
  });

  it('have the form that tells them from names given by hand', () => {
    for (const { loadBalancer, identity } of made()) {
      if (identity.generation === 'lbc' && identity.role === 'load-balancer') {
        expect(isControllerName(loadBalancer.name)).toBe(true);
      }
    }
    expect(isControllerName('corp-website')).toBe(false);
    expect(isControllerName('k8s-shop-web-nothex')).toBe(false);
  });
});

it('makes ids that tell parts apart', () => {
  expect(opaqueId('a', 'bc')).not.toBe(opaqueId('ab', 'c'));
  expect(opaqueId('a')).toMatch(/^[0-9a-f]{24}$/);
});
