import { LoggerService } from '@backstage/backend-plugin-api';
import {
  KubernetesKindName,
  KubernetesObjects,
  message,
} from '@lbc-backstage/plugin-lbc-common';
import {
  KubernetesReading,
  LbcClock,
  ListReading,
  SweepOptions,
} from '@lbc-backstage/plugin-lbc-node';
import { detailOf } from '../../text';
import { ClusterClient } from '../client';
import { Discovery } from '../discovery';
import { ListOutcome, nothing } from '../lists';
import { KindReader } from './KindReader';
import { SweepMemory } from './memory';
import { OneCluster } from './OneCluster';
import { KindStep, StepContext } from './step';
import { SWEEP_STEPS } from './steps';
import { readVersion } from './version';

/** Options of {@link sweepCluster}. */
export interface SweepClusterOptions extends SweepOptions {
  client: ClusterClient;
  clock: LbcClock;
  logger: LoggerService;
}

/**
 * Reads one cluster, kind by kind. What can't be read is said, not thrown; what
 * is thrown at the end is that it was not one cluster.
 */
export async function* sweepCluster(
  options: SweepClusterOptions,
): AsyncGenerator<KubernetesReading> {
  const { client, signal, onProgress } = options;
  const kindsTotal = SWEEP_STEPS.length + 1;
  const begin = (kindsDone: number, current: KubernetesKindName | 'version') =>
    onProgress?.({ kindsDone, kindsTotal, current });

  begin(0, 'version');
  yield {
    kind: 'version',
    ...(await attempt(options, 'version', () => readVersion(client))),
  };
  const oneCluster = OneCluster.create(client, () => options.clock.now());
  await oneCluster.begin();
  const discovery = await Discovery.read(client);
  const context: StepContext = {
    reader: KindReader.create({ client, discovery }),
    memory: new SweepMemory(),
  };
  for (const [index, step] of SWEEP_STEPS.entries()) {
    signal.throwIfAborted();
    begin(index + 1, step.kind);
    const reading: KubernetesReading = await readStep(options, step, context);
    context.memory.remember(step.kind, reading.coverage);
    oneCluster.see(reading);
    await oneCluster.confirmSometimes();
    yield reading;
  }
  await oneCluster.confirm();
  onProgress?.({ kindsDone: kindsTotal, kindsTotal });
}

async function readStep<K extends KubernetesKindName>(
  options: SweepClusterOptions,
  step: KindStep<K>,
  context: StepContext,
): Promise<KubernetesReading> {
  const reading: ListReading<K, KubernetesObjects[K]> = {
    kind: step.kind,
    ...(await attempt(options, step.kind, () => step.read(context))),
  };
  // The kind and the type of its items go together; the union can't say so.
  return reading as KubernetesReading;
}

async function attempt<T>(
  { clock, logger, signal, client }: SweepClusterOptions,
  kind: string,
  read: () => Promise<ListOutcome<T>>,
): Promise<Omit<ListReading<string, T>, 'kind'>> {
  // The time before the first page: nothing in the list is older.
  const attemptedAt = new Date(clock.now()).toISOString();
  let outcome: ListOutcome<T>;
  try {
    outcome = await read();
  } catch (error) {
    signal.throwIfAborted();
    logger.warn(
      `Reading ${kind} of cluster ${client.cluster} failed unexpectedly: ${error}`,
    );
    outcome = nothing(
      'failed',
      message('source.failed', { detail: detailOf(error) }),
    );
  }
  signal.throwIfAborted();
  const { coverage, reason, serverTime, items } = outcome;
  const known = coverage !== 'failed' && coverage !== 'denied';
  return {
    coverage,
    attemptedAt,
    items,
    ...(known && { observedAt: attemptedAt }),
    ...(reason && { reason }),
    ...(serverTime && { serverTime }),
  };
}
