import { DescribeTargetHealthCommand } from '@aws-sdk/client-elastic-load-balancing-v2';
import {
  Message,
  TargetGroupHealth,
  message,
} from '@lbc-backstage/plugin-lbc-common';
import { LbcClock } from '@lbc-backstage/plugin-lbc-node';
import { z } from 'zod';
import { nameOf } from '../failures';
import { ScopeCaller, noList } from './ScopeCaller';
import { targetHealthSchema } from './schemas';

const OPERATION = 'elasticloadbalancing:DescribeTargetHealth';

const NOT_FOUND = new Set([
  'TargetGroupNotFound',
  'TargetGroupNotFoundException',
]);

/** What was read of one target group's health. */
export type HealthReading =
  | { health: TargetGroupHealth }
  | { targetGroupArn: string; gone: true }
  | { targetGroupArn: string; failed: Message };

/** Reads target groups' health, one after the other. */
export async function* readHealth(options: {
  caller: ScopeCaller;
  clock: LbcClock;
  targetGroupArns: readonly string[];
}): AsyncGenerator<HealthReading> {
  const { caller, clock, targetGroupArns } = options;
  let denied: Message | undefined;
  for (const targetGroupArn of targetGroupArns) {
    caller.throwIfAborted();
    if (denied) {
      // It would be denied for each, and each costs a turn.
      yield { targetGroupArn, failed: denied };
    } else {
      const reading = await readOne(caller, clock, targetGroupArn);
      denied = reading.denied;
      yield reading.result;
    }
  }
}

async function readOne(
  caller: ScopeCaller,
  clock: LbcClock,
  targetGroupArn: string,
): Promise<{ result: HealthReading; denied?: Message }> {
  const observedAt = new Date(clock.now()).toISOString();
  const called = await caller.call('elbv2', OPERATION, () =>
    caller.clients.elbv2.send(
      new DescribeTargetHealthCommand({ TargetGroupArn: targetGroupArn }),
      caller.sendOptions,
    ),
  );
  if ('failure' in called) {
    if (NOT_FOUND.has(nameOf(called.error))) {
      return { result: { targetGroupArn, gone: true } };
    }
    const { coverage, reason } = called.failure;
    return {
      result: { targetGroupArn, failed: reason },
      ...(coverage === 'denied' && { denied: reason }),
    };
  }
  const descriptions = called.answer.TargetHealthDescriptions;
  if (!descriptions) {
    return { result: { targetGroupArn, failed: noList(OPERATION).reason } };
  }
  const targets = z.array(targetHealthSchema).safeParse(descriptions);
  return {
    result: targets.success
      ? { health: { targetGroupArn, observedAt, targets: targets.data } }
      : {
          targetGroupArn,
          failed: message('source.aws-malformed-items', {
            count: 1,
            operation: OPERATION,
            example: targets.error.issues[0]?.path.join('.') ?? 'the answer',
          }),
        },
  };
}
