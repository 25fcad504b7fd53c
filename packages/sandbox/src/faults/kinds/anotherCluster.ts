import { z } from 'zod';
import { defineFault } from '../types';

export const anotherClusterFault = defineFault({
  kind: 'another-cluster',
  title:
    'Answers as another cluster from one resource on, until /version is asked for: the portal’s name leads elsewhere in mid-sweep.',
  sides: ['kubernetes'],
  schema: z.strictObject({
    kind: z.literal('another-cluster'),
    /** The cluster that answers, by its portal name. */
    cluster: z.string().min(1),
    /** From the first call for this resource on. */
    from: z.string().min(1),
  }),
  create: ({ cluster, from }) => {
    let begun = false;
    return {
      standIn: ({ facts }) => {
        begun = facts.what === from || (begun && facts.what !== 'version');
        return begun ? cluster : undefined;
      },
    };
  },
});
