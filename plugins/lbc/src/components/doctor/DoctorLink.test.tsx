import {
  MockPermissionApi,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { screen } from '@testing-library/react';
import { doctorRouteRef } from '../../routes';
import { DoctorLink } from './DoctorLink';

/** In a file of its own: an answer about a permission is remembered. */
async function render(mountedAt?: string) {
  await renderInTestApp(
    <TestApiProvider apis={[[permissionApiRef, new MockPermissionApi()]]}>
      <DoctorLink />
    </TestApiProvider>,
    mountedAt === undefined
      ? {}
      : { mountedRoutes: { [mountedAt]: doctorRouteRef } },
  );
}

it('leads to where a classic app has the doctor', async () => {
  await render('/tools/doctor');
  expect(screen.getByRole('link')).toHaveAttribute('href', '/tools/doctor');
});

it('is not there where a classic app has none', async () => {
  await render();
  expect(screen.queryByRole('link')).not.toBeInTheDocument();
});
