import {
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';

/** Tells the time to the product: sweeps, waits and ages. @public */
export interface LbcClock {
  /** Milliseconds since the epoch. */
  now(): number;
}

/**
 * The clock of sweeps, waits and ages. A replay of recorded steps puts its own
 * in place; leases of jobs go by the database's time instead.
 * @public
 */
export const lbcClockServiceRef = createServiceRef<LbcClock>({
  id: 'lbc.clock',
  scope: 'root',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: {},
      factory: () => ({ now: () => Date.now() }),
    }),
});
