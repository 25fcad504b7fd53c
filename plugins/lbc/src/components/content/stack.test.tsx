import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  drift,
  FixtureApi,
  inService,
  responses,
  stack,
} from '../../__fixtures__';
import { violationsIn } from '../../__testUtils__/axe';
import { renderContent } from '../../__testUtils__/renderContent';

const READ = 'Read listeners, rules and targets';

/** One load balancer alone is open from the start; whether one may ask comes later. */
async function readButton() {
  const button = await screen.findByRole('button', { name: READ });
  await waitFor(() => expect(button).toBeEnabled());
  return button;
}

describe('listeners, rules and targets', () => {
  afterEach(() => jest.useRealTimers());

  it('are read when somebody asks, with progress, and then shown with their age', async () => {
    jest.useFakeTimers({ doNotFake: ['queueMicrotask'] });
    const user = userEvent.setup({ advanceTimers: jest.advanceTimersByTime });
    const api = new FixtureApi(responses.inService);
    api.stack = stack;
    api.readings = [
      { state: 'queued' },
      { state: 'running', partsDone: 12, partsTotal: 40 },
      {
        state: 'done',
        nextAllowedAt: new Date(Date.now() + 58_000).toISOString(),
      },
    ];
    renderContent(api);
    const button = await readButton();
    expect(
      screen.getByText('They are read from AWS and the cluster when you ask.'),
    ).toBeVisible();
    await user.click(button);
    expect(await screen.findByText('Waiting for its turn')).toBeVisible();
    expect(button).toBeDisabled();
    await act(() => jest.advanceTimersByTimeAsync(1_500));
    expect(screen.getByText('Reading: 12 of 40 parts')).toBeVisible();
    await act(() => jest.advanceTimersByTimeAsync(1_500));
    expect(
      await screen.findByRole('table', { name: 'Rules of listener HTTPS:443' }),
    ).toBeVisible();
    expect(
      screen.getByRole('button', { name: /Read again in/ }),
    ).toBeDisabled();
    expect(screen.getByText('2 listeners, 6 rules')).toBeVisible();
  });

  it('are a table a listener and a target group, readable without seeing', async () => {
    const api = new FixtureApi(responses.inService);
    api.stack = stack;
    const { container } = renderContent(api);
    await userEvent.click(await readButton());
    const rules = await screen.findByRole('table', {
      name: 'Rules of listener HTTPS:443',
    });
    const [, first, last] = within(rules).getAllByRole('row');
    expect(first).toHaveTextContent(
      'host-header: shop.example.com and 2 morepath-pattern: /api/*',
    );
    expect(first).toHaveTextContent('→ k8s-shop-web-2c4ba5d69c (90 %)');
    expect(last).toHaveTextContent(
      'defaultno other rule holdsfixed-response 404',
    );
    expect(screen.getByText('3 more rules are not shown.')).toBeVisible();
    expect(screen.getByText(/Only the default rule is known/)).toBeVisible();

    const targets = screen.getByRole('table', {
      name: 'Targets of k8s-shop-web-2c4ba5d69c',
    });
    const [, bad, good, stranger] = within(targets).getAllByRole('row');
    // AWS' reason beside the gate: both tell the same.
    expect(bad).toHaveTextContent(
      '10.20.64.101:8080unhealthyTarget.Timeout: Request timed outshop/web-746bdc459d-5rk88not ready · on ip-10-20-64-21not met: Target.Timeout',
    );
    expect(good).toHaveTextContent('it has none');
    expect(stranger).toHaveTextContent('not found in the cluster');
    expect(screen.getByText('7 more targets are not shown.')).toBeVisible();
    expect(screen.getByText(/no listener forwards to it/)).toBeVisible();
    expect(
      screen.getByRole('region', { name: 'What could not be read' }),
    ).toHaveTextContent('elasticloadbalancing:DescribeListenerAttributes');
    expect(await violationsIn(container)).toEqual([]);
  });

  it('are compared with what the owners ask, and say what becomes of a difference', async () => {
    const api = new FixtureApi(responses.inService);
    api.stack = stack;
    api.drift = drift;
    renderContent(api);
    await userEvent.click(await readButton());
    const table = await screen.findByRole('table', { name: 'Drift' });
    const [, listener, tag, scheme] = within(table).getAllByRole('row');
    expect(listener).toHaveTextContent(/HTTPS 443nothingnothing tells/);
    expect(tag).toHaveTextContent(
      'The tag team=checkout of rule 2 of listener 443 is missing.rules.443:2.tags.team',
    );
    expect(scheme).toHaveTextContent(
      /internalinternet-facingthe controller would make it anew/,
    );
    expect(
      screen.getByText(/5 of 91 facts that were compared are otherwise/),
    ).toBeVisible();
    expect(screen.getByText('2 more differences are not shown.')).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'One thing could not be compared' }),
    );
    expect(
      screen.getByText('Tags of listener 443 were not read.'),
    ).toBeVisible();
  });

  it('bring target health that is newer than what a sweep read', async () => {
    const [group] = inService.targetGroups;
    const api = new FixtureApi(responses.inService);
    api.stack = {
      ...stack,
      chain: {
        ...stack.chain,
        targetGroups: [
          {
            arn: group.arn,
            name: group.name,
            services: [],
            targets: [
              { id: '10.0.0.1', port: 80, state: 'draining' },
              { id: '10.0.0.2', port: 80, state: 'healthy' },
            ],
            moreTargets: 0,
          },
        ],
      },
    };
    renderContent(api);
    await userEvent.click(await readButton());
    await screen.findByRole('table', { name: 'Rules of listener HTTPS:443' });
    const health = screen.getByRole('table', { name: 'Target health' });
    expect(health).toHaveTextContent('1 of 2 healthy · 1 draining');
    expect(
      screen.getByRole('region', { name: 'The way of a request' }),
    ).toHaveTextContent('3 of 4 healthy');
  });

  it('a reading that failed says why, and what was asked wrong too', async () => {
    const api = new FixtureApi(responses.inService);
    api.readings = [
      {
        state: 'failed',
        problem: {
          code: 'sweep.detail-failed',
          params: { detail: 'AWS is away' },
        },
      },
    ];
    renderContent(api);
    const button = await readButton();
    await userEvent.click(button);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The reading broke off: AWS is away.',
    );
    jest
      .spyOn(api, 'requestDetail')
      .mockRejectedValueOnce(new Error('The backend is away'));
    await userEvent.click(button);
    expect(
      await screen.findByText(/could not be asked for: The backend is away/),
    ).toBeVisible();
  });
});
