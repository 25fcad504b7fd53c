import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { comparisons, FixtureApi, responses } from '../../../__fixtures__';
import { violationsIn } from '../../../__testUtils__/axe';
import { renderReadiness } from '../../../__testUtils__/renderContent';

const fixture = () => new FixtureApi(responses.inService);

async function compare(api: FixtureApi) {
  const rendered = renderReadiness(api);
  await userEvent.click(
    await screen.findByRole('button', { name: 'Compare now: before-v3.5.0' }),
  );
  return {
    ...rendered,
    region: await screen.findByRole('region', {
      name: 'Comparison with before-v3.5.0',
    }),
  };
}

describe('the comparison', () => {
  it('is opened by a button, has the focus, and is in the address', async () => {
    const { region } = await compare(fixture());
    expect(region).toHaveTextContent('Load balancers: 1 verified');
    expect(region).toHaveTextContent('Also to know');
    expect(region).toHaveFocus();
    expect(screen.getByTestId('address')).toHaveTextContent(
      'baseline=baseline-1',
    );
    await userEvent.click(
      within(region).getByRole('button', { name: 'Close' }),
    );
    expect(screen.getByTestId('address')).toHaveTextContent('');
    expect(
      screen.queryByRole('region', { name: /^Comparison with/ }),
    ).toBeNull();
  });

  it('is opened by a link, which asks for nothing anew', async () => {
    const api = fixture();
    const asked = jest.spyOn(api, 'requestComparison');
    renderReadiness(api, { path: '/?baseline=baseline-1' });
    expect(
      await screen.findByRole('region', {
        name: 'Comparison with before-v3.5.0',
      }),
    ).toBeVisible();
    expect(asked).not.toHaveBeenCalled();
  });

  it('is asked for by the button, and followed while the stacks are read', async () => {
    const api = fixture();
    api.comparisons = [
      comparisons.none,
      comparisons.reading,
      comparisons.verified,
    ];
    const asked = jest.spyOn(api, 'requestComparison');
    const { region } = await compare(api);
    expect(asked).toHaveBeenCalledTimes(1);
    expect(
      await within(region).findByText(
        'The stacks are being read for the comparison: 3 of 14 so far.',
      ),
    ).toBeVisible();
    expect(
      await within(region).findByText(
        'Load balancers: 1 verified',
        {},
        { timeout: 10_000 },
      ),
    ).toBeVisible();
    await userEvent.click(
      within(region).getByRole('button', { name: 'Compare again' }),
    );
    expect(asked).toHaveBeenCalledTimes(2);
  });

  it('was asked for by nobody: says so, and lets one ask', async () => {
    const api = fixture();
    api.comparisons = [comparisons.none];
    const asked = jest
      .spyOn(api, 'requestComparison')
      .mockRejectedValue(new Error('It is still being read.'));
    renderReadiness(api, { path: '/?baseline=baseline-1' });
    const region = await screen.findByRole('region', {
      name: 'Comparison with before-v3.5.0',
    });
    expect(
      await within(region).findByText(/Nobody has asked for a comparison yet/),
    ).toBeVisible();
    expect(region).not.toHaveTextContent('cannot tell');
    await userEvent.click(
      within(region).getByRole('button', { name: 'Compare now' }),
    );
    expect(asked).toHaveBeenCalledTimes(1);
    expect(await within(region).findByRole('alert')).toHaveTextContent(
      'It could not be compared: It is still being read.',
    );
  });

  it('shows what needs a person first, open; the rest on request', async () => {
    const api = fixture();
    api.comparisons = [comparisons.mixed];
    const { region, container } = await compare(api);
    await within(region).findByText('k8s-edge-3273337624');
    expect(
      [...region.querySelectorAll<HTMLElement>('[data-stack]')].map(
        each => each.dataset.verdict,
      ),
    ).toEqual([
      'changed-unexpectedly',
      'cannot-tell',
      'changed-as-expected',
      'verified',
    ]);
    const changes = within(region).getByRole('table', {
      name: 'Changes of k8s-edge-3273337624',
    });
    const [, replaced, renumbered] = within(changes).getAllByRole('row');
    expect(replaced).toHaveTextContent(
      /^unexpectedreplaced: .*loadBalancer\.schemeinternet-facinginternalthe upgrade$/,
    );
    expect(renumbered).toHaveTextContent(/^only told/);
    expect(
      within(region).queryByRole('table', {
        name: 'Changes of k8s-shop-db-0e00d5d302',
      }),
    ).toBeNull();
    await userEvent.click(
      within(region).getByRole('button', { name: '1 change' }),
    );
    expect(
      within(region).getByRole('table', {
        name: 'Changes of k8s-shop-db-0e00d5d302',
      }),
    ).toHaveTextContent(/expectedadded: .*nothingHTTPS :443its owner/);
    expect(
      within(region).getByRole('table', { name: 'In the cluster itself' }),
    ).toHaveTextContent('crds.targetgroupbindings.elbv2.k8s.aws');
    expect(await violationsIn(container)).toEqual([]);
  });

  it('says what is awaited while it settles', async () => {
    const api = fixture();
    api.comparisons = [comparisons.settling];
    const { region } = await compare(api);
    expect(region).toHaveTextContent('still settling');
    expect(region).toHaveTextContent(
      'AwaitedThe new leader has not reported a success of Ingress shop/web yet.',
    );
  });

  it('is taken along as JSON and as HTML', async () => {
    const made: Blob[] = [];
    const createObjectURL = jest.fn((blob: Blob) => {
      made.push(blob);
      return 'blob:x';
    });
    Object.assign(URL, { createObjectURL, revokeObjectURL: jest.fn() });
    const click = jest
      .spyOn(HTMLAnchorElement.prototype, 'click')
      .mockImplementation(() => {});
    const api = fixture();
    const { region } = await compare(api);
    await userEvent.click(
      within(region).getByRole('button', { name: 'Download JSON' }),
    );
    await userEvent.click(
      within(region).getByRole('button', {
        name: 'Download the report (HTML)',
      }),
    );
    await waitFor(() => expect(made).toHaveLength(2));
    expect(made.map(({ type }) => type)).toEqual([
      'application/json',
      'text/html',
    ]);
    expect(click).toHaveBeenCalledTimes(2);
    click.mockRestore();

    jest
      .spyOn(api, 'getComparisonReport')
      .mockRejectedValue(new Error('too large'));
    await userEvent.click(
      within(region).getByRole('button', {
        name: 'Download the report (HTML)',
      }),
    );
    expect(await within(region).findByRole('alert')).toHaveTextContent(
      'The report could not be loaded: too large',
    );
  });

  it('cannot be loaded: says so', async () => {
    const api = fixture();
    jest
      .spyOn(api, 'getComparison')
      .mockRejectedValue(new Error('It is of another cluster.'));
    const { region } = await compare(api);
    expect(
      await within(region).findByText(/The comparison could not be loaded/),
    ).toBeVisible();
  });
});
