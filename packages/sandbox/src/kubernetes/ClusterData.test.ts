import { at } from '../json';
import { World, loadBundledWorld } from '../worlds';
import { ClusterData } from './ClusterData';
import { ResourceType } from './apiGroups';

/** A world like another, with other files in its clusters. */
function without(
  world: World,
  missing: (path: string, step: number) => boolean,
) {
  return {
    ...world,
    steps: world.steps.map((step, index) => ({
      ...step,
      clusters: new Map(
        [...step.clusters].map(([name, cluster]) => [
          name,
          {
            ...cluster,
            files: new Map(
              [...cluster.files.keys()]
                .filter(path => !missing(path, index))
                .map(path => [path, cluster.files.get(path) ?? null]),
            ),
          },
        ]),
      ),
    })),
  };
}

function data(world: World) {
  return new ClusterData({ world, cluster: 'prod-1' });
}

function typeOf(of: ClusterData, step: number, path: string) {
  const [group, version, resource] = path.split(' ');
  return of
    .groups(step)
    .find(each => each.name === group)
    ?.versions.find(each => each.version === version)
    ?.types.find(each => each.resource === resource);
}

function list(of: ClusterData, step: number, path: string) {
  const type = typeOf(of, step, path) as ResourceType;
  return of.list(step, type);
}

const names = (items: unknown[] | undefined) =>
  items?.map(item => at(item as never, 'metadata', 'name'));

describe('what was not recorded', () => {
  const ingressAlb = loadBundledWorld('ingress-alb');

  it('definitions are those of the step before', () => {
    const of = data(ingressAlb);
    const path = 'apiextensions.k8s.io v1 customresourcedefinitions';
    expect(
      [...ingressAlb.steps[1].clusters.values()][0].files.has(
        'apis/apiextensions.k8s.io/v1/customresourcedefinitions',
      ),
    ).toBe(false);
    expect(list(of, 1, path)?.items).toEqual(list(of, 0, path)?.items);
    expect(list(of, 3, path)?.items).toHaveLength(7);
  });

  it('follows definitions that change on the way', () => {
    const of = data(loadBundledWorld('upgrade-v2-to-v3'));
    const path = 'gateway.k8s.aws v1 loadbalancerconfigurations';
    expect(typeOf(of, 0, path)).toBeUndefined();
    expect(typeOf(of, 1, path)).toBeDefined();
    expect(typeOf(of, 2, path)).toBeDefined();
  });

  it("the chart's RBAC objects are those of the installed release, and go with it", () => {
    const path = 'rbac.authorization.k8s.io v1 clusterroles';
    const version = (of: ClusterData, step: number) =>
      list(of, step, path)?.items.map(item =>
        at(item, 'metadata', 'labels', 'app.kubernetes.io/version'),
      );
    const upgrade = data(loadBundledWorld('upgrade-v2-to-v3'));
    expect(version(upgrade, 0)).toEqual(['v2.17.1']);
    expect(version(upgrade, 1)).toEqual(['v2.17.1']);
    expect(version(upgrade, 2)).toEqual(['v3.5.0']);
    const gone = data(ingressAlb);
    expect(version(gone, 1)).toEqual(['v3.5.0']);
    expect(version(gone, 3)).toEqual([]);
    expect(list(gone, 3, path)?.kind).toBe('ClusterRoleList');
    expect(
      names(list(gone, 0, 'rbac.authorization.k8s.io v1 rolebindings')?.items),
    ).toEqual(['aws-load-balancer-controller-leader-election-rolebinding']);
  });

  it('the RBAC objects were made when the chart was installed', () => {
    const [role] =
      list(data(ingressAlb), 0, 'rbac.authorization.k8s.io v1 clusterroles')
        ?.items ?? [];
    expect(at(role, 'metadata', 'creationTimestamp')).toBe(
      '2026-11-23T15:51:21Z',
    );
  });

  it('without Deployments the release is that of the step before', () => {
    const path = 'rbac.authorization.k8s.io v1 clusterroles';
    const world = without(
      ingressAlb,
      (file, step) => file === 'apis/apps/v1/deployments' && step > 0,
    );
    expect(list(data(world), 3, path)?.items).toHaveLength(1);
    const never = without(ingressAlb, file => file.includes('deployments'));
    expect(list(data(never), 0, path)?.items).toHaveLength(1);
    const unknown = {
      ...never,
      steps: never.steps.map(step => ({
        ...step,
        controllerVersion: undefined,
      })),
    };
    expect(list(data(unknown), 0, path)).toBeUndefined();
  });

  it.each([
    ['v3.6.0', 'v3.5.0'],
    ['v3.0.0', 'v2.17.1'],
    ['v2.4.7', 'v2.17.1'],
  ])('of %s the objects of %s are known', (version, known) => {
    const never = without(ingressAlb, file => file.includes('deployments'));
    const world = {
      ...never,
      steps: never.steps.map(step => ({ ...step, controllerVersion: version })),
    };
    const path = 'rbac.authorization.k8s.io v1 clusterroles';
    const [role] = list(data(world), 0, path)?.items ?? [];
    expect(at(role, 'metadata', 'labels', 'app.kubernetes.io/version')).toBe(
      known,
    );
  });

  it('a kind under another version is the same objects', () => {
    const world = without(
      loadBundledWorld('gateway-alb'),
      file => file === 'apis/gateway.networking.k8s.io/v1/gateways',
    );
    const found = list(data(world), 0, 'gateway.networking.k8s.io v1 gateways');
    expect(found?.apiVersion).toBe('gateway.networking.k8s.io/v1');
    expect(names(found?.items)).toEqual(['public']);
    expect(found?.items.map(item => item.apiVersion)).toEqual([
      'gateway.networking.k8s.io/v1',
    ]);
  });

  it('another kind may not be read, or does not exist', () => {
    const of = data(without(ingressAlb, file => file === 'api/v1/pods'));
    expect(list(of, 0, ' v1 pods')).toBeUndefined();
    expect(list(of, 0, ' v1 secrets')).toBeUndefined();
    expect(typeOf(of, 0, 'gateway.networking.k8s.io v1 gateways')).toBe(
      undefined,
    );
  });

  it('a list without a definition exists all the same', () => {
    const of = data(
      without(ingressAlb, file => file.includes('customresourcedefinitions')),
    );
    const path = 'elbv2.k8s.aws v1beta1 targetgroupbindings';
    expect(list(of, 0, path)?.items).toHaveLength(2);
    expect(
      list(of, 0, 'apiextensions.k8s.io v1 customresourcedefinitions'),
    ).toBeUndefined();
  });
});
