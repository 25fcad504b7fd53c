import {
  KUBERNETES_KINDS,
  KubernetesKind,
  message,
} from '@lbc-backstage/plugin-lbc-common';
import { ClusterClient, ClusterRequestError } from '../client';
import { parseAggregated } from './aggregated';
import { parseGroupVersions, readClassic } from './classic';
import { KindAvailability, ServedResources } from './types';

/** Newest form first; an older server answers in the last, and says so. */
const ACCEPT = [
  'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList',
  'application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList',
  'application/json',
].join(',');

/** What one API server serves, asked once a sweep. */
export class Discovery {
  readonly #served?: ServedResources;

  /** Asks; where the server does not say, nothing is `absent`. */
  static async read(client: Pick<ClusterClient, 'get'>): Promise<Discovery> {
    try {
      return new Discovery(await readServed(client));
    } catch (error) {
      if (error instanceof ClusterRequestError) {
        return new Discovery(undefined);
      }
      throw error;
    }
  }

  private constructor(served: ServedResources | undefined) {
    this.#served = served;
  }

  /** In which version to read a kind, or why it can't be. */
  availability(kind: KubernetesKind): KindAvailability {
    const unknown: KindAvailability = {
      state: 'unknown',
      reason: message('source.discovery-unavailable', { resource: kind.id }),
    };
    if (!this.#served) {
      return unknown;
    }
    const { groups, uncertainGroups } = this.#served;
    const versions = groups.get(kind.group) ?? new Map();
    const serving = [...versions]
      .filter(([, { plurals }]) => plurals.has(kind.plural))
      .map(([version]) => version);
    const version = kind.versions.find(each => serving.includes(each));
    if (version !== undefined) {
      return { state: 'served', version };
    }
    if (serving.length > 0) {
      return {
        state: 'unreadable',
        reason: message('source.version-not-known', {
          resource: kind.id,
          versions: serving,
        }),
      };
    }
    const stale = [...versions.values()].some(each => each.stale);
    return stale || uncertainGroups.has(kind.group)
      ? unknown
      : { state: 'absent' };
  }
}

async function readServed(
  client: Pick<ClusterClient, 'get'>,
): Promise<ServedResources | undefined> {
  const ask = async (path: string) => {
    const request = { path, accept: ACCEPT, resource: 'discovery' };
    return (await client.get(request)).body;
  };
  const core = await ask('/api');
  const groups = await ask('/apis');
  const aggregatedCore = parseAggregated(core);
  const aggregatedGroups = parseAggregated(groups);
  if (aggregatedCore && aggregatedGroups) {
    return {
      groups: new Map([...aggregatedCore.groups, ...aggregatedGroups.groups]),
      uncertainGroups: new Set(),
    };
  }
  const groupVersions = parseGroupVersions(core, groups);
  return (
    groupVersions &&
    readClassic({ client, groupVersions, wanted: wantedGroups() })
  );
}

function wantedGroups(): Set<string> {
  return new Set(Object.values(KUBERNETES_KINDS).map(({ group }) => group));
}
