import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FixtureApi, responses } from '../../__fixtures__';
import { violationsIn } from '../../__testUtils__/axe';
import { renderContent } from '../../__testUtils__/renderContent';

async function choose(scenario: string) {
  await userEvent.selectOptions(
    await screen.findByRole('combobox', { name: 'What goes' }),
    scenario,
  );
  return screen.findByRole('region', { name: 'Answer' });
}

describe('what if', () => {
  it('asks for nothing until something is chosen', async () => {
    const api = new FixtureApi(responses.unattended);
    const ask = jest.spyOn(api, 'getWhatIf');
    renderContent(api);
    expect(
      await screen.findByRole('heading', { name: 'What if' }),
    ).toBeVisible();
    expect(ask).not.toHaveBeenCalled();
    await choose('The controller goes');
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('says what hangs and stays, what is in the way, and the order', async () => {
    renderContent(responses.unattended);
    const answer = await choose('The owner goes');
    expect(answer).toHaveTextContent(/^hangs: The deletion would hang/);
    expect(
      within(answer).getByRole('list', { name: 'Stands in the way now' }),
    ).toHaveTextContent('ingress.k8s.aws/resources');
    expect(
      within(answer).getByRole('list', { name: 'Stays' }),
    ).toHaveTextContent(/Load balancer k8s-shop-web-/);
    const order = within(answer).getByRole('list', {
      name: 'In this order instead',
    });
    expect(order.tagName).toBe('OL');
    expect(order).toHaveTextContent(/^Start the controller of prod-1 again/);
  });

  it('shows ids of what is left over, to copy', async () => {
    renderContent(responses.inService);
    const answer = await choose('The cluster goes');
    expect(answer).toHaveTextContent(/^left over:/);
    expect(
      within(answer).getByRole('button', {
        name: 'Copy sg-0a1b2c3d4e5f60718',
      }),
    ).toBeVisible();
    expect(answer).not.toHaveTextContent(/\bkubectl\b|delete-load-balancer/);
  });

  it('can be tried again where it fails', async () => {
    const api = new FixtureApi(responses.inService);
    jest.spyOn(api, 'getWhatIf').mockRejectedValueOnce(new Error('broken'));
    renderContent(api);
    await userEvent.selectOptions(
      await screen.findByRole('combobox', { name: 'What goes' }),
      'The owner goes',
    );
    expect(
      await screen.findByText(/What would happen could not be loaded/),
    ).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('region', { name: 'Answer' })).toBeVisible();
  });
});

describe('clean-up', () => {
  async function open() {
    const button = await screen.findByRole('button', {
      name: 'How to clean it up',
    });
    button.focus();
    await userEvent.keyboard('{Enter}');
    await screen.findByRole('list', { name: 'Steps, in this order' });
  }

  it('is there for orphans only', async () => {
    renderContent(responses.inService);
    await screen.findByRole('heading', { name: 'What if' });
    expect(screen.queryByRole('heading', { name: 'Clean-up' })).toBeNull();
  });

  it('shows proof, cost and checks, and no command that changes AWS before a day', async () => {
    const { container } = renderContent(responses.orphaned);
    await open();
    expect(
      screen.getByRole('list', { name: 'The proof, line by line' }),
    ).toHaveTextContent('Its cluster tag belongs to a cluster known here.');
    expect(
      screen.getByRole('region', { name: 'May it be cleaned up' }),
    ).toHaveTextContent(/Commands that change AWS are shown from/);
    expect(
      screen.getByRole('list', { name: 'What it costs a month' }),
    ).toHaveTextContent('At least $23.73');
    expect(container).not.toHaveTextContent('delete-load-balancer');
    expect(
      screen.getAllByText('No command is shown for this step.').length,
    ).toBeGreaterThan(1);
    expect(
      screen.getByRole('list', { name: 'Is it really gone' }),
    ).toHaveTextContent('describe-load-balancers');
    expect(
      await violationsIn(screen.getByRole('region', { name: 'Clean-up' })),
    ).toEqual([]);
  });

  it('shows them, each after its check, once that is allowed', async () => {
    const [item] = responses.orphaned.items;
    const api = new FixtureApi(responses.orphaned);
    const detail = await api.getSubject(item);
    jest
      .spyOn(api, 'getSubject')
      .mockResolvedValue({ ...detail, since: '2026-01-01T00:00:00.000Z' });
    renderContent(api);
    await open();
    const steps = within(
      screen.getByRole('list', { name: 'Steps, in this order' }),
    );
    const [check] = steps.getAllByText(/describe-load-balancers/);
    const [act] = steps.getAllByText(/elbv2 delete-load-balancer/);
    expect(
      check.compareDocumentPosition(act) & Node.DOCUMENT_POSITION_FOLLOWING,
    ).toBeTruthy();
    expect(
      screen.getAllByRole('button', {
        name: 'Copy the command that changes AWS',
      }).length,
    ).toBeGreaterThan(1);
  });
});
