import { FleetWorld, World, loadBundledWorld } from 'lbc-sandbox';
import { changed, objectOf } from './changed';

const INGRESSES = 'apis/networking.k8s.io/v1/ingresses';

/** Each world is a cluster in an account of its own, both called after it. */
const WORLDS: Record<string, () => World> = {
  foreign: () => loadBundledWorld('foreign'),
  protected: () => loadBundledWorld('deletion-protection'),
  unattended: () => withLatecomer(loadBundledWorld('ingress-alb')),
  stranded: () => loadBundledWorld('stranded'),
  renamed: () => loadBundledWorld('cluster-name-change'),
  orphaned: () => loadBundledWorld('recreated-owner'),
  failing: () => beingDeleted(loadBundledWorld('failing')),
  degraded: () => loadBundledWorld('degraded'),
  drifted: () => changedInAws(loadBundledWorld('drift')),
  shared: () => withLabel(loadBundledWorld('ingress-group')),
};

/** Where each world is taken once its beginning was seen. */
export const THEN: Record<string, string> = {
  protected: '02-deleted',
  unattended: '02-controller-gone',
  stranded: '02-deleted-in-aws',
  renamed: '02-renamed',
  orphaned: '02-owner-gone',
  degraded: '03-one-unhealthy',
};

/** The account of a world. */
export function accountOf(name: string): string {
  return String(100_000_000_000 + Object.keys(WORLDS).indexOf(name));
}

/** A fleet with something in every state. */
export function everyState(): FleetWorld[] {
  return Object.entries(WORLDS).map(([name, load]) => ({
    world: load(),
    name,
    clusterName: name,
    accountId: accountOf(name),
  }));
}

/** Somebody asked for the deletion of one Ingress a moment ago, and the controller lives. */
function beingDeleted(world: World): World {
  return changed(world, INGRESSES, (items, step) =>
    items.map(item =>
      objectOf(item.metadata).name === 'web'
        ? {
            ...item,
            metadata: {
              ...objectOf(item.metadata),
              deletionTimestamp: step.recordedAt.replace(/\.\d+Z$/, 'Z'),
              deletionGracePeriodSeconds: 0,
            },
          }
        : item,
    ),
  );
}

/** An Ingress that came when no controller was there to answer it. */
function withLatecomer(world: World): World {
  return changed(world, INGRESSES, (items, step) => {
    const [first] = items;
    if (step.name !== THEN.unattended || !first) {
      return items;
    }
    const { finalizers: _, ...metadata } = objectOf(first.metadata);
    return [
      ...items,
      {
        ...first,
        metadata: {
          ...metadata,
          name: 'late',
          uid: '33333333-3333-4333-8333-333333333333',
          creationTimestamp: step.recordedAt.replace(/\.\d+Z$/, 'Z'),
        },
        status: { loadBalancer: {} },
      },
    ];
  });
}

/** Somebody changed the load balancer in AWS; the controller has not looked yet. */
function changedInAws(world: World): World {
  const [asked, attribute] = world.steps;
  return { ...world, steps: [{ ...asked, aws: attribute.aws }] };
}

/** What the blog's component selects by is on its Ingress, too. */
function withLabel(world: World): World {
  return changed(world, INGRESSES, items =>
    items.map(item => {
      const metadata = objectOf(item.metadata);
      return metadata.name === 'ghost'
        ? { ...item, metadata: { ...metadata, labels: { app: 'ghost' } } }
        : item;
    }),
  );
}
