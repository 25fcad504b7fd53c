import {
  MockPermissionApi,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FixtureApi, responses } from '../../__fixtures__';
import { diagnoses } from '../../__fixtures__/doctor';
import { lbcApiRef } from '../../api';
import { DoctorLink } from './DoctorLink';
import { DoctorPage } from './DoctorPage';

function apiOf(diagnosis = diagnoses.missing) {
  const api = new FixtureApi(responses.unattended);
  api.diagnosis = diagnosis;
  return api;
}

async function render(api = apiOf()) {
  await renderInTestApp(
    <TestApiProvider apis={[[lbcApiRef, api]]}>
      <DoctorPage />
    </TestApiProvider>,
  );
}

it('says the verdict first, and what is missing with what to paste', async () => {
  await render();
  expect(await screen.findByText('Something is missing')).toBeVisible();
  const prod = screen.getByRole('article', { name: 'prod-1' });
  expect(
    within(prod).getByText(
      'Cluster prod-1 does not let the portal read ingresses.networking.k8s.io.',
    ),
  ).toBeVisible();
  expect(
    within(prod).getByText(
      '- { apiGroups: ["networking.k8s.io"], resources: ["ingresses"], verbs: ["list"] }',
    ),
  ).toBeVisible();
  expect(screen.getByText(/retiredClusters:/)).toBeVisible();
  expect(
    screen.getByText('1 due, 2 running, 0 overdue, 0 failing'),
  ).toBeVisible();
});

it('opens by keyboard to every source with its age', async () => {
  await render();
  const more = await screen.findByRole('button', {
    name: 'Every source of prod-1, with its age',
  });
  more.focus();
  await userEvent.keyboard('{Enter}');
  const table = screen.getByRole('table', {
    name: 'Every source of prod-1, with its age',
  });
  expect(within(table).getByText('Ingresses')).toBeVisible();
  expect(within(table).getByText('never read')).toBeVisible();
});

it('says so where all is seen, and where nothing is', async () => {
  await render(apiOf(diagnoses.seen));
  expect(await screen.findByText('All is seen')).toBeVisible();
});

it('says what to configure where there is nothing', async () => {
  await render(apiOf(diagnoses.nothing));
  expect(await screen.findByText('Nothing is seen')).toBeVisible();
  expect(
    screen.getByText('No cluster and no AWS account is known yet.'),
  ).toBeVisible();
  expect(screen.getByText(/regions: \[eu-west-1\]/)).toBeVisible();
});

it('names a refusal as one, and offers to try again', async () => {
  const api = apiOf();
  api.getDoctor = async () => {
    throw Object.assign(new Error('no'), { name: 'NotAllowedError' });
  };
  await render(api);
  expect(
    await screen.findByRole('button', { name: /try again/i }),
  ).toBeVisible();
  expect(screen.queryByText('prod-1')).not.toBeInTheDocument();
});

it('is not linked where the fleet may not be read', async () => {
  const deny = AuthorizeResult.DENY;
  await renderInTestApp(
    <TestApiProvider
      apis={[[permissionApiRef, new MockPermissionApi(() => deny)]]}
    >
      <DoctorLink />
    </TestApiProvider>,
  );
  expect(screen.queryByRole('link')).not.toBeInTheDocument();
});
