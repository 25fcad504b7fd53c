import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { lbcApiRef, LbcClient } from './api';
import {
  compatibilityRouteRef,
  doctorRouteRef,
  readinessRouteRef,
  rootRouteRef,
} from './routes';

/** LBC for Backstage in the classic front-end system. @public */
export const lbcPlugin = createPlugin({
  id: 'lbc',
  routes: {
    loadBalancers: rootRouteRef,
    compatibility: compatibilityRouteRef,
    upgradeReadiness: readinessRouteRef,
    doctor: doctorRouteRef,
  },
  apis: [
    createApiFactory({
      api: lbcApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new LbcClient(deps),
    }),
  ],
});

/** The tab **Load balancers**, for an `EntityLayout.Route`. @public */
export const EntityLbcContent: () => JSX.Element = lbcPlugin.provide(
  createRoutableExtension({
    name: 'EntityLbcContent',
    component: () =>
      import('./components/content').then(m => m.LoadBalancersContent),
    mountPoint: rootRouteRef,
  }),
);

/** The tab **Compatibility**, for an `EntityLayout.Route`. @public */
export const EntityLbcCompatibilityContent: () => JSX.Element =
  lbcPlugin.provide(
    createRoutableExtension({
      name: 'EntityLbcCompatibilityContent',
      component: () =>
        import('./components/compatibility').then(m => m.CompatibilityContent),
      mountPoint: compatibilityRouteRef,
    }),
  );

/** The tab **Upgrade readiness**, for an `EntityLayout.Route`. @public */
export const EntityLbcReadinessContent: () => JSX.Element = lbcPlugin.provide(
  createRoutableExtension({
    name: 'EntityLbcReadinessContent',
    component: () =>
      import('./components/readiness').then(m => m.ReadinessContent),
    mountPoint: readinessRouteRef,
  }),
);

/** The page of the doctor, for a `Route` at `/lbc/doctor`. @public */
export const LbcDoctorPage: () => JSX.Element = lbcPlugin.provide(
  createRoutableExtension({
    name: 'LbcDoctorPage',
    component: () => import('./components/doctor').then(m => m.DoctorPage),
    mountPoint: doctorRouteRef,
  }),
);

/** Health at a glance, for the overview. @public */
export const EntityLbcCard: () => JSX.Element | null = lbcPlugin.provide(
  createComponentExtension({
    name: 'EntityLbcCard',
    component: {
      lazy: () =>
        import('./components/card/LegacyCard').then(m => m.LegacyCard),
    },
  }),
);
