import { z } from 'zod';
import { JsonValue, asString, at } from '../../json';
import { defineFault } from '../types';

export const tagsLagFault = defineFault({
  kind: 'tags-lag',
  title:
    'The tagging API lags a step behind: what is new is missing, what is gone is still listed.',
  sides: ['aws'],
  schema: z.strictObject({
    kind: z.literal('tags-lag'),
    mode: z.enum(['missing', 'gone', 'both']).default('both'),
  }),
  create: ({ mode }) => ({
    items: (call, items) => {
      const previous = call.previousItems?.();
      if (!previous || call.facts.what !== 'GetResources') {
        return items;
      }
      const before = new Set(previous.map(arnOf));
      const now = new Set(items.map(arnOf));
      const shown =
        mode === 'gone' ? items : items.filter(item => before.has(arnOf(item)));
      const gone =
        mode === 'missing'
          ? []
          : previous.filter(item => !now.has(arnOf(item)));
      return [...shown, ...gone];
    },
  }),
});

function arnOf(item: JsonValue): string {
  return asString(at(item, 'ResourceARN'));
}
