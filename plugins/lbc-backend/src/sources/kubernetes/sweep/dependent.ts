import {
  KUBERNETES_KINDS,
  KubernetesKindName,
  message,
} from '@lbc-backstage/plugin-lbc-common';
import { ListOutcome, nothing } from '../lists';
import { SweepMemory } from './memory';

/** Options of {@link dependent}. */
export interface DependentOptions<T> {
  kind: KubernetesKindName;
  /** The kinds that say what of this one matters. */
  on: readonly KubernetesKindName[];
  memory: SweepMemory;
  read: () => Promise<ListOutcome<T>>;
  /** Whether reading is worth it where a kind that it depends on is denied. */
  evenIfDenied?: boolean;
}

/** Reads a kind that is narrowed by others: it can't be more complete than they are. */
export async function dependent<T>(
  options: DependentOptions<T>,
): Promise<ListOutcome<T>> {
  const { kind, on, memory, read, evenIfDenied } = options;
  const isLike = (coverage: string) =>
    on.find(each => memory.coverageOf(each) === coverage);
  const reasonOf = (dependency: KubernetesKindName) =>
    message('source.depends-on', {
      resource: KUBERNETES_KINDS[kind].id,
      dependency: KUBERNETES_KINDS[dependency].id,
    });
  const failed = isLike('failed');
  if (failed) {
    return nothing('failed', reasonOf(failed));
  }
  const denied = isLike('denied');
  if (denied && !evenIfDenied) {
    return nothing('denied', reasonOf(denied));
  }
  const outcome = await read();
  const doubtful = denied ?? isLike('partial');
  return doubtful && outcome.coverage === 'complete'
    ? { ...outcome, coverage: 'partial', reason: reasonOf(doubtful) }
    : outcome;
}
