import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FixtureApi, responses } from '../../__fixtures__';
import { renderContent } from '../../__testUtils__/renderContent';

const WEB = 'k8s-shop-web-5c8ac0cc82';
const EDGE = 'k8s-edge-3273337624';

function names(): string[] {
  return within(screen.getByRole('table', { name: /most urgent first/ }))
    .getAllByRole('button', { name: /^k8s-/ })
    .map(button => button.textContent ?? '');
}

describe('the list of load balancers', () => {
  it('shows the share of a shared one, and what may not be read as a count', async () => {
    renderContent(responses.group);
    expect(await screen.findByText('2 of its 14 paths')).toBeVisible();
    expect(
      screen.getByText('ALB · internet-facing · shared by 5'),
    ).toBeVisible();
    expect(screen.getByText('backend Service')).toBeVisible();
    expect(
      screen.getByText(/^3 more load balancers belong here/),
    ).toBeVisible();
    expect(names()).toEqual([WEB, EDGE]);
  });

  it('opens a row by key, keeps it in the address and shows the members', async () => {
    renderContent(responses.group);
    const button = await screen.findByRole('button', { name: EDGE });
    expect(button).toHaveAttribute('aria-expanded', 'false');
    act(() => button.focus());
    await userEvent.keyboard('{Enter}');
    expect(button).toHaveAttribute('aria-expanded', 'true');
    const members = await screen.findByRole('table', {
      name: 'Members of the group',
    });
    expect(members).toHaveTextContent('Ingress blog/edge-blogstuck deleting');
    expect(screen.getByText('2 more members are not listed.')).toBeVisible();
    expect(screen.getByTestId('address')).toHaveTextContent(
      '?subject=sub-edge',
    );
    await userEvent.keyboard('{Enter}');
    expect(screen.getByTestId('address')).toHaveTextContent('');
  });

  it('is reproduced by its address', async () => {
    renderContent(responses.group, {
      path: '/?state=in-service&subject=sub-edge',
    });
    await screen.findByRole('heading', { name: 'Facts' });
    expect(names()).toEqual([EDGE]);
    expect(screen.getByText('1 of 2')).toBeVisible();
  });

  it('is narrowed by state, cluster and kind', async () => {
    renderContent(responses.group);
    await userEvent.selectOptions(
      await screen.findByRole('combobox', { name: 'State' }),
      'unattended',
    );
    expect(names()).toEqual([WEB]);
    expect(screen.getByTestId('address')).toHaveTextContent(
      '?state=unattended',
    );
    expect(
      within(screen.getByRole('combobox', { name: 'Kind' })).getAllByRole(
        'option',
      ),
    ).toHaveLength(2);
  });

  it('says that a filter leaves nothing, and clears it', async () => {
    renderContent(responses.group, { path: '/?cluster=elsewhere' });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Clear the filter' }),
    );
    expect(names()).toEqual([WEB, EDGE]);
  });

  it('loads page after page', async () => {
    const [first, second] = responses.group.items;
    const api = new FixtureApi(responses.group);
    const load = jest
      .spyOn(api, 'getEntityLoadBalancers')
      .mockImplementation(async (options?: { cursor?: string }) => ({
        ...responses.group,
        ...(options?.cursor
          ? { items: [second] }
          : { items: [first], nextCursor: 'next' }),
      }));
    renderContent(api);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Show more' }),
    );
    await waitFor(() => expect(names()).toEqual([WEB, EDGE]));
    expect(load).toHaveBeenCalledTimes(3);
  });

  it('lets hostile names and long values be text', async () => {
    const hostile = '<img src=x onerror="alert(1)">'.repeat(9).slice(0, 256);
    const [item] = responses.unattended.items;
    const { container } = renderContent({
      ...responses.unattended,
      items: [
        {
          ...item,
          loadBalancer: item.loadBalancer && {
            ...item.loadBalancer,
            name: hostile,
          },
          owners: [{ ...item.owners[0], name: hostile }],
          cluster: hostile,
          because: {
            code: 'state.orphaned',
            params: { loadBalancer: hostile, stack: hostile, cluster: hostile },
          },
        },
      ],
    });
    expect(await screen.findByRole('button', { name: hostile })).toBeVisible();
    expect(container.querySelector('img')).toBeNull();
  });
});
