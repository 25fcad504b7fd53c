import {
  DeploymentObject,
  KubernetesKindName,
  KubernetesObjects,
} from '@lbc-backstage/plugin-lbc-common';
import { ListOutcome, combine } from '../lists';
import { dependent } from './dependent';
import { ControllerWorkload, Place } from './memory';
import { KindStep, StepContext } from './step';

/** One is usual, two are a fault; a hundred are somebody's mischief. */
export const MAX_CONTROLLERS = 20;
const DEFAULT_LEADER_ELECTION_ID = 'aws-load-balancer-controller-leader';

/** All Deployments; those of the controller are remembered. */
export const deploymentsStep: KindStep<'deployments'> = {
  kind: 'deployments',
  async read({ reader, memory }) {
    const outcome = await reader.list('deployments');
    memory.controllers = [...outcome.items]
      .flatMap(deployment => controllerOf(deployment) ?? [])
      .slice(0, MAX_CONTROLLERS);
    return outcome;
  },
};

export const replicaSetsStep = ofControllers('replicaSets');
export const podsStep = ofControllers('pods');

/** The service accounts that controllers run as. */
export const serviceAccountsStep: KindStep<'serviceAccounts'> = {
  kind: 'serviceAccounts',
  read: ({ reader, memory }) =>
    dependent({
      kind: 'serviceAccounts',
      on: ['deployments'],
      memory,
      read: () =>
        readEach(
          'serviceAccounts',
          unique(
            memory.controllers.map(({ namespace, serviceAccount }) => ({
              namespace,
              name: serviceAccount,
            })),
          ),
          place => reader.object('serviceAccounts', place),
        ),
    }),
};

/** The Lease of releases from 2.5.0 on. */
export const leasesStep: KindStep<'leases'> = {
  kind: 'leases',
  async read(context) {
    const outcome = await readLocks('leases', context, lockPlaces(context));
    context.memory.leaseFound = outcome.items.length > 0;
    return outcome;
  },
};

/** The ConfigMap of releases up to 2.4.7; nobody needs it where a Lease is found. */
export const configMapsStep: KindStep<'configMaps'> = {
  kind: 'configMaps',
  read: context =>
    readLocks(
      'configMaps',
      context,
      context.memory.leaseFound ? [] : lockPlaces(context),
    ),
};

/** Projected Deployments have containers only where they are the controller's. */
function controllerOf({
  metadata,
  spec,
}: DeploymentObject): ControllerWorkload | undefined {
  const template = spec?.template?.spec;
  const containers = template?.containers ?? [];
  if (containers.length === 0) {
    return undefined;
  }
  const flags = containers.flatMap(({ args, command }) => [
    ...(command ?? []),
    ...(args ?? []),
  ]);
  return {
    namespace: metadata.namespace,
    name: metadata.name,
    selector: spec?.selector?.matchLabels,
    serviceAccount: template?.serviceAccountName || 'default',
    leaderElectionId:
      flagValue(flags, 'leader-election-id') || DEFAULT_LEADER_ELECTION_ID,
    leaderElectionNamespace:
      flagValue(flags, 'leader-election-namespace') || undefined,
  };
}

/** A flag's value, as `--name=value` or `--name value`. */
function flagValue(args: readonly string[], name: string): string | undefined {
  const pattern = new RegExp(`^--?${name}=(.*)$`);
  for (const [index, arg] of args.entries()) {
    const match = pattern.exec(arg);
    if (match) {
      return match[1];
    }
    if (arg === `--${name}` || arg === `-${name}`) {
      return args[index + 1];
    }
  }
  return undefined;
}

function ofControllers<K extends 'replicaSets' | 'pods'>(kind: K): KindStep<K> {
  return {
    kind,
    read: ({ reader, memory }) =>
      dependent({
        kind,
        on: ['deployments'],
        memory,
        read: () =>
          readEach(kind, memory.controllers, ({ namespace, selector }) =>
            reader.list(kind, {
              namespace,
              ...(selector && {
                query: { labelSelector: labelSelectorOf(selector) },
              }),
            }),
          ),
      }),
  };
}

/** The controllers' lock, and what one that is gone may have left. */
function readLocks<K extends 'leases' | 'configMaps'>(
  kind: K,
  { reader, memory }: StepContext,
  places: readonly Place[],
): Promise<ListOutcome<KubernetesObjects[K]>> {
  return dependent({
    kind,
    on: ['deployments'],
    memory,
    evenIfDenied: true,
    read: () => readEach(kind, places, place => reader.object(kind, place)),
  });
}

function lockPlaces({ memory }: StepContext): Place[] {
  return unique([
    ...memory.controllers.map(controller => ({
      namespace: controller.leaderElectionNamespace ?? controller.namespace,
      name: controller.leaderElectionId,
    })),
    ...['kube-system', ...memory.webhookServices.map(each => each.namespace)]
      .slice(0, MAX_CONTROLLERS)
      .map(namespace => ({ namespace, name: DEFAULT_LEADER_ELECTION_ID })),
  ]);
}

/** Reads a part for each of something; none of it is a complete answer too. */
async function readEach<P, K extends KubernetesKindName>(
  kind: K,
  parts: readonly P[],
  read: (part: P) => Promise<ListOutcome<KubernetesObjects[K]>>,
): Promise<ListOutcome<KubernetesObjects[K]>> {
  const outcomes: Array<ListOutcome<KubernetesObjects[K]>> = [];
  for (const part of parts) {
    outcomes.push(await read(part));
  }
  return combine(kind, outcomes);
}

function labelSelectorOf(labels: Record<string, string>): string {
  return Object.entries(labels)
    .map(([key, value]) => `${key}=${value}`)
    .join(',');
}

function unique(places: readonly Place[]): Place[] {
  return [
    ...new Map(
      places.map(place => [`${place.namespace}/${place.name}`, place]),
    ).values(),
  ];
}
