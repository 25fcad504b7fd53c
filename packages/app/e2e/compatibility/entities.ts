import { everyFit } from './worlds';

/** A cluster each, and a component whose Ingress is in it. */
export function entities(): object[] {
  return everyFit().flatMap(({ name }) => [
    {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Resource',
      metadata: { name, annotations: { 'lbc/cluster': name } },
      spec: { type: 'kubernetes-cluster', owner: 'team-platform' },
    },
    {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        name: `fit-${name}`,
        annotations: { 'lbc/stack': `${name}/ingress/shop/web` },
      },
      spec: {
        type: 'service',
        lifecycle: 'production',
        owner: 'team-checkout',
        dependsOn: [`resource:default/${name}`],
      },
    },
  ]);
}
