import { countCalls, FleetProcess } from '../fleet';
import { exactly } from '../lines';
import { BenchPortal } from '../portal';
import type { Measure } from '../types';

const ACCOUNTS = 2;

/** Credentials of the fleet's STS live for an hour, as those of AWS do. */
const LIVES = 2;
/** Sweeps in the life of credentials; new ones come a few minutes before its end. */
const SWEEPS_A_LIFE = 3;
const BETWEEN_SWEEPS_MS = 20 * 60_000;

/**
 * How often a role is assumed while several services of several Regions are
 * swept, over whole lives of the credentials.
 */
export const assumeRole: Measure = {
  name: 'assume-role',
  needsStand: false,
  async run({ log }) {
    log('Sweeping accounts over the life of credentials');
    const fleet = await FleetProcess.start({
      kind: 'accounts',
      accounts: ACCOUNTS,
    });
    try {
      const calls = await fleet.callsDuring(async () => {
        const portal = await BenchPortal.start({ fleet });
        try {
          await portal.idle();
          for (let sweep = 1; sweep < LIVES * SWEEPS_A_LIFE; sweep++) {
            await fleet.advance(BETWEEN_SWEEPS_MS);
            portal.advance(BETWEEN_SWEEPS_MS);
            await portal.idle();
          }
        } finally {
          await portal.stop();
        }
      });
      log(`Calls: ${JSON.stringify(calls)}`);
      return [
        exactly(1, {
          name: 'STS AssumeRole an account and life of its credentials',
          value: countCalls(calls, 'sts AssumeRole') / (ACCOUNTS * LIVES),
          unit: 'calls',
        }),
      ];
    } finally {
      await fleet.stop();
    }
  },
};
