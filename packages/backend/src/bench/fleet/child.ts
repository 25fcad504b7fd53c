// The fleet, in a process of its own.
import { Fleet } from 'lbc-sandbox';
import { answerRequests } from '../processes';
import type { StartedFleet } from './FleetProcess';
import { fleetOptions, FleetSpec } from './worlds';

let fleet: Fleet;
let aheadMs = 0;

answerRequests({
  async start(spec: FleetSpec): Promise<StartedFleet> {
    fleet = await Fleet.start({
      ...fleetOptions(spec),
      clock: () => Date.now() + aheadMs,
    });
    return { config: fleet.backstageConfig(), env: fleet.env() };
  },
  advance(ms: number) {
    aheadMs += ms;
  },
  calls: () => fleet.calls.snapshot(),
  mutations: () => fleet.calls.mutations(),
});
