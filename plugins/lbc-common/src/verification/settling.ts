import { message, Message } from '../messages';
import type { TakeOver } from './takeOver';
import type { BaselineStack } from './types';

/** AWS' default of `deregistration_delay.timeout_seconds`. */
const DEFAULT_DELAY_SECONDS = 300;

/** How long targets of the stack may be on their way out. */
function delaySeconds({ detail }: BaselineStack): number {
  const delays = (detail.targetGroups ?? []).map(({ attributes }) =>
    Number(
      attributes?.['deregistration_delay.timeout_seconds'] ??
        DEFAULT_DELAY_SECONDS,
    ),
  );
  return Math.max(0, ...delays.filter(delay => !Number.isNaN(delay)));
}

/** Whether a stack had its time, and what it still waits for. */
export interface Settling {
  /** Has the deregistration delay passed when it was read? */
  settled: boolean;
  awaited: Message[];
}

/**
 * A stack has settled when its owners were reconciled by the new leader, and it
 * was read after that. TargetGroupBindings are not waited for: where nothing of
 * them changed, the controller skips them without a word and leaves their
 * checkpoint as it is; their targets are compared instead.
 */
export function settlingOf(
  after: BaselineStack,
  options: { takeOver: TakeOver; baselineAt: string },
): Settling {
  const { takeOver, baselineAt } = options;
  const readMs = Date.parse(after.detail.observedAt);
  const sinceMs = takeOver.sinceMs ?? Date.parse(baselineAt);
  const settledMs = sinceMs + delaySeconds(after) * 1_000;
  const settled = readMs >= settledMs;
  if (takeOver.state === 'none') {
    return { settled, awaited: [message('verification.awaited.leader')] };
  }
  if (takeOver.state === 'unknown') {
    return { settled, awaited: [] };
  }
  const awaited: Message[] = [];
  if (!takeOver.stable) {
    awaited.push(
      message('verification.awaited.stable-leader', {
        holder: takeOver.leader?.holder ?? '',
      }),
    );
  }
  let seenMs = sinceMs;
  for (const { kind, namespace, name, lastSuccessAt } of after.owners) {
    const successMs = Date.parse(lastSuccessAt ?? '');
    if (successMs >= sinceMs) {
      seenMs = Math.max(seenMs, successMs);
    } else {
      awaited.push(
        message('verification.awaited.owner', {
          owner: `${kind}/${namespace}/${name}`,
        }),
      );
    }
  }
  if (!settled) {
    awaited.push(
      message('verification.awaited.deregistration', {
        settledAt: new Date(settledMs).toISOString(),
      }),
    );
  } else if (readMs < seenMs) {
    awaited.push(message('verification.awaited.reading'));
  }
  return { settled, awaited };
}
