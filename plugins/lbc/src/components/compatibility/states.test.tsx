import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FixtureApi, reports, responses } from '../../__fixtures__';
import { violationsIn } from '../../__testUtils__/axe';
import { renderCompatibility } from '../../__testUtils__/renderContent';

async function verdicts() {
  return screen.findAllByRole('region', { name: /^Verdict/ });
}

describe('the states of the tab Compatibility', () => {
  it('shows a skeleton while it loads', () => {
    const api = new FixtureApi(responses.inService);
    jest
      .spyOn(api, 'getEntityCompatibility')
      .mockReturnValue(new Promise(() => {}));
    const { container } = renderCompatibility(api);
    expect(container.querySelector('[aria-busy="true"]')).not.toBeNull();
    expect(
      screen.getByRole('heading', { name: 'Compatibility' }),
    ).toBeVisible();
  });

  it('answers first: the verdict, what runs, the cluster, how far behind', async () => {
    renderCompatibility(reports.compatible);
    const [verdict] = await verdicts();
    expect(verdict).toHaveTextContent(/^compatible/);
    expect(verdict).toHaveTextContent(
      'runs v2.17.1 and fits all that it depends on; it is behind by 11 releases.',
    );
    expect(verdict).toHaveTextContent(
      'Runsv2.17.1 (2 Pods, by the tag of its image)',
    );
    expect(verdict).toHaveTextContent(
      'prod-1, Kubernetes 1.34 · standard support until 2026-12-02',
    );
    expect(verdict).toHaveTextContent(
      '11 releases, since 2026-01-15: v3.5.0 is the newest',
    );
    expect(verdict).toHaveTextContent('alive · 2 of 2 ready · rolled out');
    expect(
      screen.getByText(/known of 65 releases, up to v3\.5\.0 of 2026-10-02/),
    ).toBeVisible();
  });

  it('says how it runs when somebody asks', async () => {
    renderCompatibility(reports.compatible);
    await userEvent.click(
      await screen.findByRole('button', { name: 'How it runs' }),
    );
    const [verdict] = await verdicts();
    expect(verdict).toHaveTextContent('aws-load-balancer-controller:v2.17.1');
    expect(verdict).toHaveTextContent(
      'IAM role for the service account (IRSA)',
    );
    expect(verdict).toHaveTextContent('all namespaces');
    await userEvent.click(screen.getByRole('button', { name: '2 flags' }));
    expect(screen.getByRole('table', { name: '2 flags' })).toHaveTextContent(
      '--cluster-nameprod-1',
    );
    await userEvent.click(
      screen.getByRole('button', { name: '2 feature gates' }),
    );
    expect(
      screen.getByRole('table', { name: '2 feature gates' }),
    ).toHaveTextContent('ALBGatewayAPIoff');
  });

  it('unknown version: says so, and who said what', async () => {
    renderCompatibility(reports.unknownVersion);
    const [verdict] = await verdicts();
    expect(verdict).toHaveTextContent('Which release runs is not known.');
    expect(verdict).toHaveTextContent('only a digest names its image');
    expect(verdict).toHaveTextContent('Not known, as its release is not');
  });

  it('two versions at once: names both, and that the rollout is stuck', async () => {
    renderCompatibility(reports.rolling);
    const [verdict] = await verdicts();
    expect(verdict).toHaveTextContent('v2.17.1 (1 Pod, by the tag');
    expect(verdict).toHaveTextContent(
      'v3.0.0 (1 Pod, by its label, rebuilt as eksbuild.1)',
    );
    expect(verdict).toHaveTextContent('its rollout is stuck');
  });

  it('Auto Mode: says that there is no version, and shows no ladder', async () => {
    renderCompatibility(reports.autoMode);
    const [verdict] = await verdicts();
    expect(verdict).toHaveTextContent(
      'AWS runs it and keeps it up to date: there is no version to show',
    );
    expect(verdict).not.toHaveTextContent('Behind');
    await userEvent.click(
      screen.getByRole('button', { name: '9 more do not apply' }),
    );
    expect(screen.getByRole('button', { name: /^RBAC/ })).toBeVisible();
    expect(screen.queryByText('Ladder of releases')).toBeNull();
    expect(screen.queryByRole('button', { name: 'How it runs' })).toBeNull();
  });

  it('two controllers: a warning, and a section each', async () => {
    renderCompatibility(reports.two);
    const warning = await screen.findByRole('region', { name: 'Controllers' });
    expect(warning).toHaveTextContent('2 controllers are known here.');
    expect(within(warning).getAllByRole('listitem')).toHaveLength(2);
    expect(await verdicts()).toHaveLength(2);
    expect(
      screen.getByRole('heading', { name: 'prod-1 / ingress / second' }),
    ).toBeVisible();
  });

  it('empty: says why, and how one would appear', async () => {
    renderCompatibility(reports.empty);
    expect(
      await screen.findByText('No controller is known for this component.'),
    ).toBeVisible();
    expect(screen.getByText(/prod-1/)).toBeVisible();
    expect(screen.getByText(/A controller appears here once/)).toBeVisible();
    expect(screen.getByText('Nothing has been read yet')).toBeVisible();
  });

  it('stale: says how old it is', async () => {
    renderCompatibility(reports.stale);
    expect(await screen.findByText(/What you see is/)).toHaveTextContent(
      /What you see is \d+ min old\./,
    );
  });

  it('error: shows it, and tries again on request', async () => {
    const api = new FixtureApi(responses.inService);
    jest
      .spyOn(api, 'getEntityCompatibility')
      .mockRejectedValueOnce(new Error('The backend is away'));
    renderCompatibility(api);
    expect(
      await screen.findByText(/The compatibility could not be loaded/),
    ).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await verdicts()).toHaveLength(1);
  });

  it('not allowed: says which permission is missing', async () => {
    const api = new FixtureApi(responses.inService);
    jest
      .spyOn(api, 'getEntityCompatibility')
      .mockRejectedValue(
        Object.assign(new Error('no'), { name: 'NotAllowedError' }),
      );
    renderCompatibility(api);
    expect(await screen.findByText(/lbc\.use/)).toBeVisible();
  });

  it.each([
    'compatible',
    'needsALook',
    'iamShort',
    'notSeen',
    'unknownVersion',
    'autoMode',
    'two',
    'empty',
  ] as const)('is clean for readers: %s', async name => {
    const { container } = renderCompatibility(reports[name]);
    await screen.findByText(/As of|Nothing has been read/);
    expect(await violationsIn(container)).toEqual([]);
  });
});
