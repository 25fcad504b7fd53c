import { AT_FIRST, THEREAFTER } from './cases';

/** A component a case, and the cluster that it is in. */
export function entities(): object[] {
  const cases = [...AT_FIRST, ...THEREAFTER];
  const clusters = [...new Set(cases.map(({ world }) => world))];
  return [
    ...clusters.map(name => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Resource',
      metadata: { name, annotations: { 'lbc/cluster': name } },
      spec: { type: 'kubernetes-cluster', owner: 'team-platform' },
    })),
    ...cases.map(({ component, world, annotations }) => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name: component, annotations },
      spec: {
        type: 'service',
        lifecycle: 'production',
        owner: 'team-checkout',
        dependsOn: [`resource:default/${world}`],
      },
    })),
    // Its Ingress is a member of the group that case-in-service sees.
    {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        name: 'ghost-blog',
        annotations: {
          'backstage.io/kubernetes-label-selector': 'app=ghost',
          'backstage.io/kubernetes-namespace': 'blog',
          'backstage.io/kubernetes-cluster': 'shared',
        },
      },
      spec: {
        type: 'service',
        lifecycle: 'production',
        owner: 'team-blog',
        dependsOn: ['resource:default/shared'],
      },
    },
  ];
}
