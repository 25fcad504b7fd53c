import type { World } from 'lbc-sandbox';

/** Components for a fleet. */
export interface BenchEntities {
  yaml: string;
  /** The name of the component that has a few load balancers. */
  measured: string;
  /** Their ARNs. */
  loadBalancers: string[];
}

const MEASURED = 'checkout';

/** What an entity with "a few load balancers" has. */
const A_FEW = 3;

/**
 * Components as a company has them: one a stack, found as the kubernetes
 * plugin finds their objects, and one that names a few stacks itself.
 */
export function benchEntities(options: {
  world: World;
  count: number;
}): BenchEntities {
  const { world, count } = options;
  const stacks = stacksOf(world);
  const few = stacks.slice(0, A_FEW);
  const components = [
    component(MEASURED, {
      'lbc/stack': few
        .map(
          ({ cluster, family, namespace, name }) =>
            `${cluster}/${family}/${namespace}/${name}`,
        )
        .join(', '),
    }),
    ...Array.from({ length: count - 1 }, (_, index) => {
      const { cluster, namespace, name } = stacks[index % stacks.length];
      return component(`${cluster}-${namespace}-${name}-${index}`, {
        'backstage.io/kubernetes-namespace': namespace,
        'backstage.io/kubernetes-label-selector': `app=${name}`,
      });
    }),
  ];
  return {
    // JSON is YAML too.
    yaml: components.map(each => JSON.stringify(each)).join('\n---\n'),
    measured: MEASURED,
    loadBalancers: few.map(({ arn }) => arn),
  };
}

const FAMILIES: Record<string, string> = {
  Ingress: 'ingress',
  Service: 'service',
  Gateway: 'gateway',
};

/** Stacks of one owner that is there. */
function stacksOf({ truth }: World) {
  const subjects = truth?.steps[0].subjects ?? [];
  return subjects.flatMap(({ clusterTag, arn, owners, state }) => {
    const [owner] = owners;
    const alone = owners.length === 1 && owner.exists;
    return alone && clusterTag && arn && state === 'in-service'
      ? [
          {
            arn,
            cluster: clusterTag,
            family: FAMILIES[owner.kind],
            namespace: owner.namespace ?? '',
            name: owner.name,
          },
        ]
      : [];
  });
}

function component(name: string, annotations: Record<string, string>) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      description: `The component ${name}`,
      tags: ['java', 'data'],
      annotations,
    },
    spec: { type: 'service', lifecycle: 'production', owner: 'team-a' },
  };
}
