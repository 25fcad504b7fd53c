import { message } from '../../messages';
import type { ReadinessCheck } from '../input';
import { isAtLeast } from './parts/jump';
import { known, pass, platform, warn } from './parts/results';
import { loadBalancersOf } from './parts/subjects';

/** 900 Ingresses took 1.5 h at 20 calls a second (#3540). */
const CALLS_A_STACK = 120;
/** The controller's own limit of `Describe…` calls a second. */
const RATE = { now: 50, before: 10 };
const LONG_SECONDS = 15 * 60;

/** A restart reads every stack anew: how long that takes against the account's throttle. */
export const check: ReadinessCheck = {
  code: 'LBC-API-001',
  title: message('check.api-budget'),
  reads: ['subjects', 'knowledge'],
  blocking: false,
  when: 'during',
  run(input) {
    const stacks = loadBalancersOf(input).length;
    const { running, subjects } = input;
    const rate = isAtLeast(input, 'v3.2.0') ? RATE.now : RATE.before;
    const seconds = Math.ceil((stacks * CALLS_A_STACK) / rate);
    const params = { count: stacks, rate, resyncSeconds: seconds };
    const evidence = [
      known(message('readiness.resync-measured')),
      ...(running.flags['aws-api-throttle'] === undefined
        ? []
        : [
            known(
              message('readiness.own-throttle', {
                throttle: running.flags['aws-api-throttle'],
              }),
            ),
          ]),
      ...(subjects.whole
        ? []
        : [known(message('readiness.maybe-more-stacks'))]),
    ];
    return seconds > LONG_SECONDS
      ? [
          warn(message('readiness.resync-long', params), {
            evidence,
            remedy: platform(message('readiness.do-quiet-hour')),
          }),
        ]
      : [pass(message('readiness.resync-short', params), { evidence })];
  },
};
