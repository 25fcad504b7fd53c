import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FixtureApi, readiness, responses } from '../../__fixtures__';
import { violationsIn } from '../../__testUtils__/axe';
import { renderReadiness } from '../../__testUtils__/renderContent';

const EFFECT = /^Effect on/;

async function effect() {
  return screen.findByRole('region', { name: EFFECT });
}

async function verdict(cluster = 'prod-1') {
  return screen.findByRole('region', { name: `Verdict on ${cluster}` });
}

describe('the states of the tab Upgrade readiness', () => {
  it('shows a skeleton while it loads', () => {
    const api = new FixtureApi(responses.inService);
    jest
      .spyOn(api, 'getEntityReadiness')
      .mockReturnValue(new Promise(() => {}));
    const { container } = renderReadiness(api);
    expect(container.querySelector('[aria-busy="true"]')).not.toBeNull();
    expect(
      screen.getByRole('heading', { name: 'Upgrade readiness' }),
    ).toBeVisible();
  });

  it('answers first what it does to the entity, with the jump and why', async () => {
    renderReadiness(readiness.ready);
    const line = await effect();
    expect(line).toHaveTextContent(
      /^Effect on checkout of v2\.17\.1 → v3\.5\.0:none expected/,
    );
    expect(line).toHaveTextContent('Ingress shop/web: ');
    const card = await verdict();
    expect(
      line.compareDocumentPosition(card) & Node.DOCUMENT_POSITION_FOLLOWING,
    ).toBeTruthy();
    expect(card).toHaveTextContent(/^READY/);
    expect(card).toHaveTextContent('Findings2 passed');
    expect(card).toHaveTextContent('Runs nowv2.17.1');
    expect(card).toHaveTextContent(/Valid untiltoday/);
  });

  it.each([
    ['warnings', 'READY WITH WARNINGS'],
    ['notReady', 'NOT READY'],
    ['cannotDetermine', 'CANNOT DETERMINE'],
  ] as const)('says the verdict: %s', async (name, word) => {
    renderReadiness(readiness[name]);
    expect(await verdict()).toHaveTextContent(word);
  });

  it('counts what is to be done, by when', async () => {
    renderReadiness(readiness.notReady);
    expect(await verdict()).toHaveTextContent(
      '2 to do before · 1 to watch while it rolls · 1 to do afterwards · 1 unknown · 2 passed',
    );
  });

  it('names each of several owners, the worst first', async () => {
    renderReadiness(readiness.severalOwners);
    const line = await effect();
    expect(line).toHaveTextContent(/v3\.5\.0:replaced, with a new DNS name/);
    expect(
      within(line)
        .getAllByRole('listitem')
        .map(item => item.textContent?.split(':')[0]),
    ).toEqual([
      'replaced, with a new DNS name Ingress shop/api',
      'unknown Ingress shop/blog',
      'a brief gap Ingress shop/db',
      'none expected Ingress shop/web',
    ]);
  });

  it('shows a few owners of a cluster, and more on request', async () => {
    renderReadiness(readiness.wholeCluster);
    const line = await effect();
    expect(line).toHaveTextContent('1 owner replaced');
    expect(line).toHaveTextContent('119 owners not affected');
    expect(within(line).getAllByRole('listitem')).toHaveLength(5);
    await userEvent.click(
      within(line).getByRole('button', { name: 'Show 50 more' }),
    );
    expect(within(line).getAllByRole('listitem')).toHaveLength(55);
  });

  it('says that it touches nothing of an entity that has nothing', async () => {
    renderReadiness(readiness.unaffected);
    expect(await effect()).toHaveTextContent(
      'No load balancer of checkout is known in prod-1, so this change touches none.',
    );
  });

  it('several clusters: a line each, one of them in full, by choice', async () => {
    renderReadiness(readiness.twoClusters);
    expect(await screen.findAllByRole('region', { name: EFFECT })).toHaveLength(
      2,
    );
    await verdict('prod-1');
    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: 'Cluster' }),
      'staging-eu',
    );
    expect(await verdict('staging-eu')).toHaveTextContent('NOT READY');
    expect(screen.getByTestId('address')).toHaveTextContent(
      'cluster=staging-eu',
    );
  });

  it('denied: the owner’s line only, and says so', async () => {
    renderReadiness(readiness.denied);
    expect(await effect()).toHaveTextContent('none expected');
    expect(
      screen.getByText('The rest is for those who look after prod-1.'),
    ).toBeVisible();
    expect(screen.getAllByText(/lbc\.fleet\.read/)).toHaveLength(1);
    expect(screen.queryByText('Plan')).toBeNull();
    expect(screen.queryByText('Baselines')).toBeNull();
  });

  it('a question without an answer: says why, asks another, keeps the baselines', async () => {
    const api = new FixtureApi(responses.inService);
    api.readiness = readiness.problem;
    const asked = jest.spyOn(api, 'getEntityReadiness');
    renderReadiness(api);
    expect(
      await screen.findByText('For prod-1 no target is proposed.'),
    ).toBeVisible();
    expect(
      screen.getByText(
        'Nothing newer is known that fits cluster prod-1: v3.5.0 is the best there is.',
      ),
    ).toBeVisible();
    expect(screen.queryByRole('region', { name: EFFECT })).toBeNull();
    expect(screen.queryByText('Nothing has been read yet')).toBeNull();
    expect(screen.getByRole('region', { name: 'Baselines' })).toBeVisible();
    const other = screen.getByRole('textbox', { name: 'Another target' });
    await userEvent.type(other, 'newest{Enter}');
    expect(screen.getByText(/neither a release such as/)).toBeVisible();
    await userEvent.clear(other);
    await userEvent.type(other, '1.35{Enter}');
    expect(
      await screen.findByText(
        'For prod-1 there is no answer on Kubernetes 1.35.',
      ),
    ).toBeVisible();
    await waitFor(() =>
      expect(asked.mock.lastCall?.[0]).toMatchObject({
        target: { kind: 'kubernetes', version: '1.35' },
      }),
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Back to the proposed one' }),
    );
    expect(screen.getByTestId('address')).toBeEmptyDOMElement();
  });

  it('expired: says that it holds no longer', async () => {
    renderReadiness(readiness.expired);
    expect(await verdict()).toHaveTextContent(
      /This verdict was valid until today .* Refresh before you rely on it\./,
    );
  });

  it('empty: says why, and how an answer would appear', async () => {
    renderReadiness(readiness.empty);
    expect(
      await screen.findByText(
        'There is no controller to upgrade for this component.',
      ),
    ).toBeVisible();
    expect(
      screen.getByText(/No load balancer of this entity is known/),
    ).toBeVisible();
    expect(screen.getByText('Nothing has been read yet')).toBeVisible();
  });

  it('stale: says how old it is', async () => {
    renderReadiness(readiness.stale);
    expect(await screen.findByText(/What you see is/)).toHaveTextContent(
      /What you see is \d+ min old\./,
    );
  });

  it('error: shows it, and tries again on request', async () => {
    const api = new FixtureApi(responses.inService);
    jest
      .spyOn(api, 'getEntityReadiness')
      .mockRejectedValueOnce(new Error('The backend is away'));
    renderReadiness(api);
    expect(
      await screen.findByText(/The readiness could not be loaded/),
    ).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await verdict();
  });

  it('not allowed: says which permission is missing', async () => {
    const api = new FixtureApi(responses.inService);
    jest
      .spyOn(api, 'getEntityReadiness')
      .mockRejectedValue(
        Object.assign(new Error('no'), { name: 'NotAllowedError' }),
      );
    renderReadiness(api);
    expect(await screen.findByText(/lbc\.use/)).toBeVisible();
  });

  it('keeps what it has when another target can’t be worked out', async () => {
    const api = new FixtureApi(responses.inService);
    renderReadiness(api);
    await verdict();
    jest
      .spyOn(api, 'getEntityReadiness')
      .mockRejectedValue(new Error('v9.9.9 is not known.'));
    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: 'Target' }),
      'target=v3.4.3',
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /v9\.9\.9 is not known\..*was loaded before/,
    );
    expect(await verdict()).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Back to the proposed one' }),
    );
    expect(screen.getByTestId('address')).toBeEmptyDOMElement();
  });

  it('a link to what is no target leads back to the proposed one', async () => {
    const api = new FixtureApi(responses.inService);
    jest
      .spyOn(api, 'getEntityReadiness')
      .mockRejectedValueOnce(new Error('“x” is no release.'));
    renderReadiness(api, { path: '/?target=x' });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Back to the proposed one' }),
    );
    expect(await verdict()).toBeVisible();
  });

  it.each(Object.keys(readiness) as Array<keyof typeof readiness>)(
    'is clean for readers: %s',
    async name => {
      const { container } = renderReadiness(readiness[name]);
      await screen.findByText(/As of|Nothing has been read|no target is/);
      await waitFor(() =>
        expect(container.querySelector('[aria-busy="true"]')).toBeNull(),
      );
      expect(await violationsIn(container)).toEqual([]);
    },
  );
});
