import { createRouteRef } from '@backstage/core-plugin-api';

/** The tab Load balancers on the entity page. */
export const rootRouteRef = createRouteRef({ id: 'lbc' });

/** Where the page of the doctor is unless an app says otherwise. */
export const DOCTOR_PATH = '/lbc/doctor';

/** The page of the doctor. */
export const doctorRouteRef = createRouteRef({ id: 'lbc.doctor' });

/** The tab Compatibility on the entity page. */
export const compatibilityRouteRef = createRouteRef({
  id: 'lbc.compatibility',
});

/** The tab Upgrade readiness on the entity page. */
export const readinessRouteRef = createRouteRef({
  id: 'lbc.upgrade-readiness',
});
