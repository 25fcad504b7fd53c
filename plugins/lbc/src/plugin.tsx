import {
  ApiBlueprint,
  createFrontendPlugin,
  PageBlueprint,
  useRouteRef,
  type OverridableFrontendPlugin,
  type RouteRef,
} from '@backstage/frontend-plugin-api';
import { discoveryApiRef, fetchApiRef } from '@backstage/core-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { lbcApiRef, LbcClient } from './api';
import { LBC_ENTITY_FILTER } from './availability';
import {
  compatibilityRouteRef,
  DOCTOR_PATH,
  doctorRouteRef,
  readinessRouteRef,
  rootRouteRef,
} from './routes';
import { LbcIcon } from './LbcIcon';

const lbcApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: lbcApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new LbcClient(deps),
    }),
});

const loadBalancersContent = EntityContentBlueprint.make({
  name: 'load-balancers',
  params: {
    path: 'load-balancers',
    title: 'Load balancers',
    group: 'operation',
    routeRef: rootRouteRef,
    filter: LBC_ENTITY_FILTER,
    loader: () =>
      import('./components/content').then(m => <m.LoadBalancersContent />),
  },
});

const compatibilityContent = EntityContentBlueprint.make({
  name: 'compatibility',
  params: {
    path: 'compatibility',
    title: 'Compatibility',
    group: 'operation',
    routeRef: compatibilityRouteRef,
    filter: LBC_ENTITY_FILTER,
    loader: () =>
      import('./components/compatibility').then(m => (
        <m.CompatibilityContent />
      )),
  },
});

const readinessContent = EntityContentBlueprint.make({
  name: 'upgrade-readiness',
  params: {
    path: 'upgrade-readiness',
    title: 'Upgrade readiness',
    group: 'operation',
    routeRef: readinessRouteRef,
    filter: LBC_ENTITY_FILTER,
    loader: () =>
      import('./components/readiness').then(m => <m.ReadinessContent />),
  },
});

const doctorPage = PageBlueprint.make({
  name: 'doctor',
  params: {
    path: DOCTOR_PATH,
    title: 'LBC doctor',
    icon: <LbcIcon />,
    routeRef: doctorRouteRef,
    noHeader: true,
    loader: () => import('./components/doctor').then(m => <m.DoctorPage />),
  },
});

const loadBalancersCard = EntityCardBlueprint.make({
  name: 'load-balancers',
  params: {
    type: 'content',
    filter: LBC_ENTITY_FILTER,
    loader: () =>
      import('./components/card').then(({ EntityLoadBalancersCard }) => {
        const Card = () => (
          <EntityLoadBalancersCard href={useRouteRef(rootRouteRef)?.()} />
        );
        return <Card />;
      }),
  },
});

/**
 * LBC for Backstage in the new front-end system: the tabs **Load balancers**,
 * **Compatibility** and **Upgrade readiness**, a card, the page of the doctor
 * and the client of the backend. Its type is written out: one that is inferred comes out in another
 * order whenever anything else changes.
 * @public
 */
export const lbcPlugin: OverridableFrontendPlugin<{
  loadBalancers: RouteRef<undefined>;
  compatibility: RouteRef<undefined>;
  upgradeReadiness: RouteRef<undefined>;
  doctor: RouteRef<undefined>;
}> = createFrontendPlugin({
  pluginId: 'lbc',
  title: 'Load balancers',
  icon: <LbcIcon />,
  info: { packageJson: () => import('../package.json') },
  routes: {
    loadBalancers: rootRouteRef,
    compatibility: compatibilityRouteRef,
    upgradeReadiness: readinessRouteRef,
    doctor: doctorRouteRef,
  },
  extensions: [
    lbcApi,
    loadBalancersContent,
    compatibilityContent,
    readinessContent,
    loadBalancersCard,
    doctorPage,
  ],
});
