import { countCalls } from '../fleet';
import { exactly } from '../lines';
import { viewPage } from '../scope';
import type { Measure } from '../types';

const VIEWS = 20;

/** What a page asks for, asked again and again, while no sweep is due. */
export const pageViewCalls: Measure = {
  name: 'page-view-calls',
  needsStand: true,
  async run(context) {
    const { fleet, portal, entities } = await context.stand();
    const token = await portal.guestToken();
    await portal.idle();
    const calls = await fleet.callsDuring(async () => {
      for (let view = 0; view < VIEWS; view++) {
        await viewPage({ portal, entities, token });
      }
      // What a view had made due would be done by now.
      await portal.idle();
    });
    return [
      exactly(0, {
        name: 'page view: calls to AWS and clusters',
        value: countCalls(calls, ''),
        unit: 'calls',
      }),
    ];
  },
};
