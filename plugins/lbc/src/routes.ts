import { createRouteRef } from '@backstage/core-plugin-api';

/** The tab Load balancers on the entity page. */
export const rootRouteRef = createRouteRef({ id: 'lbc' });

/** The tab Compatibility on the entity page. */
export const compatibilityRouteRef = createRouteRef({
  id: 'lbc.compatibility',
});

/** The tab Upgrade readiness on the entity page. */
export const readinessRouteRef = createRouteRef({
  id: 'lbc.upgrade-readiness',
});
