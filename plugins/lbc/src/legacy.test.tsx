import {
  MockPermissionApi,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { screen } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import { checkout, FixtureApi, responses } from './__fixtures__';
import {
  compatibilityRouteRef,
  doctorRouteRef,
  readinessRouteRef,
  rootRouteRef,
} from './routes';
import {
  EntityLbcCard,
  EntityLbcCompatibilityContent,
  EntityLbcContent,
  EntityLbcReadinessContent,
  LbcDoctorPage,
  lbcApiRef,
  lbcPlugin,
} from './legacy';

async function render(
  element: JSX.Element,
  options: { tab?: boolean; answer?: keyof typeof responses } = {},
) {
  const { tab = true, answer = 'unattended' } = options;
  await renderInTestApp(
    <TestApiProvider
      apis={[
        [lbcApiRef, new FixtureApi(responses[answer])],
        [permissionApiRef, new MockPermissionApi()],
      ]}
    >
      <EntityProvider entity={checkout}>{element}</EntityProvider>
    </TestApiProvider>,
    {
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        ...(tab && { '/load-balancers': rootRouteRef }),
      },
    },
  );
}

describe('the plugin of the classic front-end system', () => {
  it('brings its API', () => {
    expect([...lbcPlugin.getApis()].map(({ api }) => api.id)).toEqual([
      lbcApiRef.id,
    ]);
  });

  it('brings the tab', async () => {
    await render(
      <Routes>
        <Route path="/" element={<EntityLbcContent />} />
      </Routes>,
      { tab: false },
    );
    expect(
      await screen.findByText(
        'New pods get no traffic: nobody in prod-1 registers them.',
      ),
    ).toBeInTheDocument();
  });

  it('brings the tab of compatibility', async () => {
    await render(
      <Routes>
        <Route path="/" element={<EntityLbcCompatibilityContent />} />
      </Routes>,
      { tab: false },
    );
    expect(
      await screen.findByText('What it was compared with'),
    ).toBeInTheDocument();
    expect(lbcPlugin.routes.compatibility).toBe(compatibilityRouteRef);
  });

  it('brings the tab of readiness', async () => {
    await render(
      <Routes>
        <Route path="/" element={<EntityLbcReadinessContent />} />
      </Routes>,
      { tab: false },
    );
    expect(await screen.findByText('Rehearsal')).toBeInTheDocument();
    expect(lbcPlugin.routes.upgradeReadiness).toBe(readinessRouteRef);
  });

  it('brings the page of the doctor', async () => {
    await render(
      <Routes>
        <Route path="/" element={<LbcDoctorPage />} />
      </Routes>,
      { tab: false },
    );
    expect(await screen.findByText('Something is missing')).toBeInTheDocument();
    expect(lbcPlugin.routes.doctor).toBe(doctorRouteRef);
  });

  it('brings the card, which leads to the tab', async () => {
    await render(<EntityLbcCard />);
    expect(await screen.findByText('unattended')).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Open the load balancers' }),
    ).toHaveAttribute('href', '/load-balancers');
  });

  it.each([
    ['empty', 'No load balancer is known here.'],
    ['notPermitted', 'You are not permitted to read them.'],
    ['notConfigured', 'The portal cannot look for load balancers yet.'],
  ] as const)('has a card for %s', async (answer, text) => {
    await render(<EntityLbcCard />, { answer });
    expect(await screen.findByText(text)).toBeInTheDocument();
  });

  it('has a card without a link where the tab is not mounted', async () => {
    await render(<EntityLbcCard />, { tab: false });
    expect(await screen.findByText('unattended')).toBeInTheDocument();
    expect(screen.queryByRole('link')).toBeNull();
  });
});
