import { z } from 'zod';
import { JsonObject, JsonValue, asObject, isObject } from '../../json';
import { defineFault } from '../types';

export const wrongTypeFault = defineFault({
  kind: 'wrong-type',
  title: 'Puts a value of another type into a field of every item.',
  sides: ['kubernetes', 'aws'],
  schema: z.strictObject({
    kind: z.literal('wrong-type'),
    /** The field, e.g. `spec.rules` or `State.Code`. */
    path: z.string().min(1),
    value: z.custom<JsonValue>(value => value !== undefined),
  }),
  create: ({ path, value }) => ({
    items: (_, items) =>
      items.map(item =>
        isObject(item) ? withValue(item, path.split('.'), value) : item,
      ),
  }),
});

function withValue(
  object: JsonObject,
  [key, ...rest]: string[],
  value: JsonValue,
): JsonObject {
  const inner =
    rest.length === 0 ? value : withValue(asObject(object[key]), rest, value);
  return { ...object, [key]: inner };
}
