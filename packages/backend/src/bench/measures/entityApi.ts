import { timeRequests } from '../client';
import { atMost, told } from '../lines';
import { entityPath } from '../scope';
import { median } from '../statistics';
import type { Measure } from '../types';

const GOAL = 3;

/**
 * The entity's load balancers against the entity itself, from the same backend
 * with the scope loaded, asked in turn by a client in a process of its own.
 */
export const entityApi: Measure = {
  name: 'entity-api',
  needsStand: true,
  async run({ stand, size, log }) {
    const { portal, entities } = await stand();
    await portal.idle();
    const urls = {
      catalog: `${portal.url}/api/catalog/entities/by-name/component/default/${entities.measured}`,
      entity: `${portal.url}${entityPath(entities)}`,
    };
    log('Timing the entity API');
    const times = await timeRequests({
      urls,
      token: await portal.guestToken(),
      requests: size.requests,
    });
    const catalog = median(times.catalog);
    const entity = median(times.entity);
    return [
      atMost(GOAL, {
        name: "entity API p50 ÷ the catalog's by-name",
        value: entity / catalog,
        unit: '×',
      }),
      told({ name: 'entity API p50', value: entity, unit: 'ms' }),
      told({ name: "the catalog's by-name p50", value: catalog, unit: 'ms' }),
    ];
  },
};
