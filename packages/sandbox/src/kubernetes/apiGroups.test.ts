import { loadBundledWorld } from '../worlds';
import {
  builtinGroups,
  compareApiVersions,
  customGroups,
  groupsOfFiles,
} from './apiGroups';

describe('API groups', () => {
  it('orders versions as an API server does', () => {
    const versions = [
      'v1alpha1',
      'v1',
      'v10',
      'v1beta2',
      'v2',
      'v1beta1',
      'foo',
    ];
    expect(versions.sort(compareApiVersions)).toEqual([
      'v10',
      'v2',
      'v1',
      'v1beta2',
      'v1beta1',
      'v1alpha1',
      'foo',
    ]);
  });

  it('has what the API server has of itself, and nothing of the controller', () => {
    const names = builtinGroups().map(group => group.name);
    expect(names).toEqual(
      expect.arrayContaining(['', 'apps', 'networking.k8s.io']),
    );
    expect(names.filter(name => name.endsWith('k8s.aws'))).toEqual([]);
  });

  it('makes groups of definitions, with served versions only', () => {
    const [group, ...more] = customGroups({
      items: [
        {
          spec: {
            group: 'example.com',
            scope: 'Cluster',
            names: { plural: 'things', singular: 'thing', kind: 'Thing' },
            versions: [
              { name: 'v1beta1', served: true, subresources: { status: {} } },
              { name: 'v1', served: true },
              { name: 'v1alpha1', served: false },
            ],
          },
        },
      ],
    });
    expect(more).toEqual([]);
    expect(group.versions.map(each => each.version)).toEqual(['v1', 'v1beta1']);
    expect(group.versions[1].types[0]).toMatchObject({
      resource: 'things',
      kind: 'Thing',
      namespaced: false,
      subresources: ['status'],
    });
  });

  it('makes them as the recorded discovery shows them', () => {
    const [step] = loadBundledWorld('ingress-alb').steps;
    const [cluster] = step.clusters.values();
    const made = customGroups(
      cluster.files.get(
        'apis/apiextensions.k8s.io/v1/customresourcedefinitions',
      ),
    );
    const elbv2 = made.find(group => group.name === 'elbv2.k8s.aws');
    expect(elbv2?.versions.map(each => each.version)).toEqual([
      'v1beta1',
      'v1alpha1',
    ]);
    const recorded = JSON.stringify(
      cluster.files.get('apis/elbv2.k8s.aws/v1beta1'),
    );
    for (const type of elbv2?.versions[0].types ?? []) {
      expect(recorded).toContain(`"name":"${type.resource}"`);
      expect(recorded).toContain(`"kind":"${type.kind}"`);
    }
  });

  it('makes groups of lists whose definition nobody recorded', () => {
    const files = new Map([
      [
        'apis/eks.amazonaws.com/v1/targetgroupbindings',
        { kind: 'TargetGroupBindingList', items: [] },
      ],
      ['apis/apps/v1/deployments', { kind: 'DeploymentList', items: [] }],
    ]);
    const groups = groupsOfFiles(files, builtinGroups());
    expect(groups.map(group => group.name)).toEqual(['eks.amazonaws.com']);
    expect(groups[0].versions[0].types[0]).toMatchObject({
      resource: 'targetgroupbindings',
      kind: 'TargetGroupBinding',
      namespaced: true,
    });
  });
});
