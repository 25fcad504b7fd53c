import { screen, within } from '@testing-library/react';
import { responses } from '../../__fixtures__';
import { violationsIn } from '../../__testUtils__/axe';
import { renderContent } from '../../__testUtils__/renderContent';

const NAME = 'k8s-shop-web-5c8ac0cc82';

describe('LoadBalancersContent', () => {
  it('answers first: traffic, deploys, who acts, since when', async () => {
    renderContent(responses.unattended);
    const verdict = await screen.findByRole('region', { name: 'Verdict' });
    expect(verdict).toHaveTextContent('unattended');
    expect(verdict).toHaveTextContent(
      /the controller of prod-1 has been gone since (today|yesterday)/,
    );
    expect(verdict).toHaveTextContent('Partly served: 3 of 4 targets healthy');
    expect(verdict).toHaveTextContent('New pods get no traffic');
    expect(
      within(verdict).getByRole('link', { name: /team-platform/ }),
    ).toBeVisible();
    const times = verdict.querySelectorAll('time[datetime][title]');
    expect(times).not.toHaveLength(0);
    expect(verdict).toHaveTextContent('(3 h)');
  });

  it('opens the only load balancer with everything known of it', async () => {
    renderContent(responses.unattended);
    const row = await screen.findByRole('button', { name: NAME });
    expect(row).toHaveAttribute('aria-expanded', 'true');
    for (const title of [
      'Lifelines',
      'The way of a request',
      'Why',
      'What happens',
      'What to do',
      'Commands to check',
      'Target health',
      'Target bindings',
      'Services behind it',
      'History',
      'Facts',
    ]) {
      expect(
        await screen.findByRole('heading', { name: title, level: 4 }),
      ).toBeVisible();
    }
    expect(screen.getByText('Target.Timeout: Request timed out')).toBeVisible();
    expect(screen.getByText(/aws elbv2 describe-load-balancers/)).toBeVisible();
    const todo = screen.getByRole('region', { name: 'What to do' });
    expect(todo).toHaveTextContent('Platform: Start the controller of prod-1');
    expect(todo).toHaveTextContent('You: Until then, do not delete');
  });

  it('says which of the chain was not read', async () => {
    renderContent(responses.inService);
    const chain = await screen.findByRole('region', {
      name: 'The way of a request',
    });
    expect(chain).toHaveTextContent('Listeners and rulesnot read');
    expect(chain).toHaveTextContent('4 of 4 healthy');
  });

  it('names both blockers of a stuck deletion', async () => {
    renderContent(responses.stuckDeleting);
    const why = await screen.findByRole('region', { name: 'Why' });
    const list = within(why).getByText('Stands in the way').nextElementSibling;
    expect(list?.querySelectorAll('li')).toHaveLength(2);
    expect(list).toHaveTextContent('No controller runs');
    expect(list).toHaveTextContent('vingress.elbv2.k8s.aws');
  });

  it('says how sure an orphan is', async () => {
    renderContent(responses.orphaned);
    expect(await screen.findByText(/^witnessed:/)).toBeVisible();
    expect(screen.getByText('Ingress shop/web (gone)')).toBeVisible();
    expect(screen.getByText('no controller is known')).toBeInTheDocument();
  });

  it('says what an unknown could be and what would decide', async () => {
    renderContent(responses.unknown);
    const why = await screen.findByRole('region', { name: 'Why' });
    expect(why).toHaveTextContent('It could be');
    expect(why).toHaveTextContent('orphaned');
    expect(why).toHaveTextContent('What would decide');
    expect(why).toHaveTextContent('Not seen');
    expect(screen.getByText('≥', { exact: false })).toHaveTextContent(
      /≥ \d+ min/,
    );
  });

  it.each([
    'unattended',
    'unknown',
    'partial',
    'group',
    'empty',
    'notPermitted',
    'notConfigured',
  ] as const)('is clean for readers: %s', async name => {
    const answer = responses[name];
    const { container } = renderContent(answer);
    await screen.findByText(/As of|Nothing has been read/);
    if (answer.items.length === 1) {
      await screen.findByRole('heading', { name: 'Facts' });
    }
    expect(await violationsIn(container)).toEqual([]);
  });
});
