import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ago, coverage, FixtureApi, responses } from '../../__fixtures__';
import { renderContent } from '../../__testUtils__/renderContent';

const NAME = 'k8s-shop-web-5c8ac0cc82';

describe('the states of the tab', () => {
  it('shows a skeleton while it loads', () => {
    const api = new FixtureApi(responses.inService);
    jest
      .spyOn(api, 'getEntityLoadBalancers')
      .mockReturnValue(new Promise(() => {}));
    const { container } = renderContent(api);
    expect(container.querySelector('[aria-busy="true"]')).not.toBeNull();
    expect(
      screen.getByRole('heading', { name: 'Load balancers' }),
    ).toBeVisible();
  });

  it('empty: says how one would appear and what was searched', async () => {
    renderContent(responses.empty);
    expect(
      await screen.findByText('No load balancer is known for this component.'),
    ).toBeVisible();
    expect(
      screen.getByText('lbc/stack: prod-1/ingress/shop/checkout'),
    ).toBeVisible();
    for (const annotation of ['lbc/stack', 'lbc/tags', 'aws.amazon.com/arn']) {
      expect(
        screen.getByRole('button', { name: `Copy ${annotation}` }),
      ).toBeVisible();
    }
    const searched = screen.getByRole('table', { name: 'What was searched' });
    expect(searched).toHaveTextContent(/Cluster prod-1\d+ min ago/);
    expect(searched).toHaveTextContent('not read yet · Cluster staging-1 does');
    expect(searched).toHaveTextContent('Account 123456789012, eu-west-1');
  });

  it('not configured: shows the blocks that are missing', async () => {
    renderContent(responses.notConfigured);
    expect(
      await screen.findByText('The portal cannot look for load balancers yet.'),
    ).toBeVisible();
    expect(screen.getByText(/clusterLocatorMethods:/)).toBeVisible();
    expect(screen.getByText(/regions: \[eu-west-1\]/)).toBeVisible();
    expect(screen.getByText('Nothing has been read yet')).toBeVisible();
  });

  it('not permitted: says so without a name or a number', async () => {
    renderContent(responses.notPermitted);
    expect(
      await screen.findByText(/You are not permitted to read/),
    ).toHaveTextContent('of this component.');
    expect(screen.queryByText(/k8s-/)).toBeNull();
  });

  it('a bad annotation: names it and the valid choices', async () => {
    renderContent(responses.badAnnotation);
    expect(
      await screen.findByText(/names the cluster “prod-9”/),
    ).toHaveTextContent('It knows prod-1, staging-1');
    expect(screen.getByRole('button', { name: NAME })).toBeVisible();
  });

  it('partial: says what this hides and how to allow it', async () => {
    renderContent(responses.partial);
    const banner = await screen.findByRole('region', { name: 'Coverage' });
    expect(banner).toHaveTextContent(
      'Seen incompletely: Gateways in prod-1 (not permitted), target groups in 123456789012/eu-west-1 (not permitted), Events in prod-1 (could not be read) and one more',
    );
    await userEvent.click(
      screen.getByRole('button', {
        name: 'What this hides and how to allow it',
      }),
    );
    expect(banner).toHaveTextContent('verdict that needs to know');
    expect(
      within(banner).getByRole('link', { name: /LBC doctor/ }),
    ).toHaveAttribute('href', '/lbc/doctor');
    expect(banner).toHaveTextContent('resources: ["gateways"]');
    expect(banner).toHaveTextContent(
      'call elasticloadbalancing:DescribeTargetGroups',
    );
    expect(banner).toHaveTextContent(
      /What is shown of it was read \d+ min ago/,
    );
  });

  it('partial: says it once, though the opened load balancer has it too', async () => {
    const api = new FixtureApi(responses.partial);
    const whole = await api.getSubject({ id: responses.partial.items[0].id });
    const own = coverage({ kind: 'services', coverage: 'failed' });
    jest.spyOn(api, 'getSubject').mockResolvedValue({
      ...whole,
      coverage: [...responses.partial.coverage, own],
    });
    renderContent(api);
    await screen.findByRole('heading', { name: 'Facts' });
    const [tab, opened, ...more] = screen.getAllByRole('region', {
      name: 'Coverage',
    });
    expect(more).toEqual([]);
    expect(tab).toHaveTextContent('Gateways in prod-1');
    expect(opened).toHaveTextContent(
      'Seen incompletely: Services in prod-1 (could not be read)',
    );
    expect(opened).not.toHaveTextContent('Gateways');
  });

  it('stale: keeps what it has and says how old it is', async () => {
    renderContent(responses.stale);
    expect(await screen.findByText(/What you see is/)).toHaveTextContent(
      /What you see is \d+ min old\./,
    );
    expect(screen.getByRole('button', { name: NAME })).toBeVisible();
  });

  it('error: shows it, and tries again on request', async () => {
    const api = new FixtureApi(responses.inService);
    jest
      .spyOn(api, 'getEntityLoadBalancers')
      .mockRejectedValueOnce(new Error('The backend is away'));
    renderContent(api);
    expect(
      await screen.findByText(/The load balancers could not be loaded/),
    ).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('button', { name: NAME })).toBeVisible();
  });

  it('not allowed to use it at all: says which permission is missing', async () => {
    const api = new FixtureApi(responses.inService);
    jest
      .spyOn(api, 'getEntityLoadBalancers')
      .mockRejectedValue(
        Object.assign(new Error('no'), { name: 'NotAllowedError' }),
      );
    renderContent(api);
    expect(
      await screen.findByText('You are not permitted to use this plugin'),
    ).toBeVisible();
    expect(screen.getByText(/lbc\.use/)).toBeVisible();
  });
});

describe('a refresh', () => {
  afterEach(() => jest.useRealTimers());

  it('shows what is being read, keeps the data and waits its minute', async () => {
    jest.useFakeTimers({ doNotFake: ['queueMicrotask'] });
    const user = userEvent.setup({ advanceTimers: jest.advanceTimersByTime });
    const api = new FixtureApi(responses.inService);
    const target = 'cluster:prod-1';
    api.refreshes = [
      { state: 'queued', targets: [{ target, state: 'queued' }] },
      {
        state: 'running',
        targets: [{ target, state: 'running', kindsDone: 14, kindsTotal: 31 }],
      },
      {
        state: 'done',
        nextAllowedAt: new Date(Date.now() + 58_000).toISOString(),
        targets: [
          { target, state: 'done' },
          { target: 'scope:1/eu-west-1', state: 'failed' },
        ],
      },
    ];
    const load = jest.spyOn(api, 'getEntityLoadBalancers');
    renderContent(api);
    await user.click(await screen.findByRole('button', { name: 'Refresh' }));
    expect(await screen.findByText('Waiting for its turn')).toBeVisible();
    await act(() => jest.advanceTimersByTimeAsync(1_600));
    expect(
      screen.getByText('Reading cluster prod-1: 14 of 31 kinds'),
    ).toBeVisible();
    expect(screen.getByRole('button', { name: NAME })).toBeVisible();
    await act(() => jest.advanceTimersByTimeAsync(1_600));
    await waitFor(() => expect(load).toHaveBeenCalledTimes(2));
    expect(
      screen.getByText('Could not be read again: account 1/eu-west-1'),
    ).toBeVisible();
    expect(
      screen.getByRole('button', { name: /Refresh again in/ }),
    ).toBeDisabled();
  });

  it('that fails says so and keeps the data', async () => {
    const api = new FixtureApi(responses.inService);
    jest.spyOn(api, 'requestRefresh').mockRejectedValue(new Error('no way'));
    renderContent(api);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Refresh' }),
    );
    expect(
      await screen.findByText('The refresh did not work: no way'),
    ).toBeVisible();
    expect(screen.getByRole('button', { name: NAME })).toBeVisible();
  });

  it('that loads nothing new keeps what was there, with a warning', async () => {
    const api = new FixtureApi({
      ...responses.inService,
      observedAt: ago(1, 'min'),
    });
    renderContent(api);
    await screen.findByRole('button', { name: NAME });
    jest
      .spyOn(api, 'getEntityLoadBalancers')
      .mockRejectedValueOnce(new Error('away'));
    await userEvent.click(screen.getByRole('button', { name: 'Refresh' }));
    expect(
      await screen.findByText(/could not be loaded again: away/),
    ).toBeVisible();
    expect(screen.getByRole('button', { name: NAME })).toBeVisible();
  });
});
