import { ClusterSnapshot } from './snapshot';
import { UnitMemory } from './unit';

/** An operator's word that a namespace is gone for good (`lbc.confirmedGoneNamespaces`). @public */
export interface ConfirmedGoneNamespace {
  namespace: string;
  by: string;
  /** ISO 8601. */
  at: string;
}

/** An operator's word that many owners went at once, and should have (`lbc.confirmedLosses`). @public */
export interface ConfirmedLoss {
  by: string;
  /** ISO 8601: after the loss was seen. */
  at: string;
}

/** What operators say of one cluster. @public */
export interface ClusterConfirmations {
  goneNamespaces: readonly ConfirmedGoneNamespace[];
  losses: readonly ConfirmedLoss[];
}

/**
 * Namespaces that need not be listed any more. A word ends for good as soon as
 * its namespace is listed again later: what hides it then is not its being
 * gone. Changes the memory that it is given.
 */
export function confirmedGone(options: {
  cluster: ClusterSnapshot;
  memory: UnitMemory;
  confirmations: ClusterConfirmations | undefined;
  now: string;
}): Set<string> {
  const { cluster, memory, confirmations, now } = options;
  const { namespaces } = cluster.kinds;
  const listed = new Set(
    (namespaces?.items ?? []).map(({ metadata }) => metadata.name),
  );
  const ended = new Set(memory.endedConfirmations ?? []);
  const stillEnded: string[] = [];
  const gone = new Set<string>();
  for (const { namespace, at } of confirmations?.goneNamespaces ?? []) {
    const key = `${namespace} ${at}`;
    const cameBack =
      listed.has(namespace) &&
      Date.parse(namespaces?.sweptAt ?? '') > Date.parse(at);
    if (ended.has(key) || cameBack) {
      stillEnded.push(key);
    } else if (Date.parse(at) <= Date.parse(now)) {
      gone.add(namespace);
    }
  }
  if (stillEnded.length > 0) {
    memory.endedConfirmations = stillEnded;
  } else {
    delete memory.endedConfirmations;
  }
  return gone;
}

/** Whether a person has confirmed a loss after it was seen. */
export function isLossConfirmed(
  since: string,
  losses: readonly ConfirmedLoss[] | undefined,
  now: string,
): boolean {
  return (losses ?? []).some(
    ({ at }) =>
      Date.parse(at) >= Date.parse(since) && Date.parse(at) <= Date.parse(now),
  );
}
