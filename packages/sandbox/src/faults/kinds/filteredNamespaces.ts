import { z } from 'zod';
import { JsonValue, asString, at } from '../../json';
import { defineFault } from '../types';

export const filteredNamespacesFault = defineFault({
  kind: 'filtered-namespaces',
  title:
    'Answers 200 without the objects of some namespaces, as a proxy that filters by rights does.',
  sides: ['kubernetes'],
  schema: z.strictObject({
    kind: z.literal('filtered-namespaces'),
    /** The namespaces that are not shown. */
    namespaces: z.array(z.string()).min(1),
  }),
  create: ({ namespaces }) => {
    const hidden = new Set(namespaces);
    return {
      items: (call, items) =>
        items.filter(item => !hidden.has(namespaceOf(item, call.facts.what))),
    };
  },
});

function namespaceOf(item: JsonValue, resource: string): string {
  const key = resource === 'namespaces' ? 'name' : 'namespace';
  return asString(at(item, 'metadata', key));
}
