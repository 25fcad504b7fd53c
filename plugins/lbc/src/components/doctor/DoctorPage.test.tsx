import {
  MockPermissionApi,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FixtureApi, responses } from '../../__fixtures__';
import { diagnoses } from '../../__fixtures__/doctor';
import { lbcApiRef } from '../../api';
import { doctorRouteRef } from '../../routes';
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

it('keeps what it said where it can’t be asked again, and says so', async () => {
  jest.useFakeTimers({ advanceTimers: true });
  try {
    const api = apiOf();
    await render(api);
    await screen.findByText('Something is missing');
    api.getDoctor = async () => {
      throw new Error('the backend is away');
    };
    await act(async () => {
      jest.advanceTimersByTime(61_000);
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'the backend is away',
    );
    expect(screen.getByText('Something is missing')).toBeVisible();
  } finally {
    jest.useRealTimers();
  }
});

it('counts no kinds where nobody asked for any', async () => {
  const [target] = diagnoses.missing.items;
  await render(
    apiOf({
      ...diagnoses.missing,
      items: [{ ...target, seen: 0, of: 0, sources: [] }],
    }),
  );
  const item = await screen.findByRole('article', { name: target.name });
  expect(item).not.toHaveTextContent('0 of 0');
});

it('is not linked where the fleet may not be read', async () => {
  const deny = AuthorizeResult.DENY;
  await renderInTestApp(
    <TestApiProvider
      apis={[[permissionApiRef, new MockPermissionApi(() => deny)]]}
    >
      <DoctorLink />
    </TestApiProvider>,
    { mountedRoutes: { '/doctor': doctorRouteRef } },
  );
  expect(screen.queryByRole('link')).not.toBeInTheDocument();
});
