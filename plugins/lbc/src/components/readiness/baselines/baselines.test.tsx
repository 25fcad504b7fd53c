import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { baseline, FixtureApi, responses } from '../../../__fixtures__';
import { renderReadiness } from '../../../__testUtils__/renderContent';

const fixture = () => new FixtureApi(responses.inService);

async function table() {
  return screen.findByRole('table', {
    name: 'Baselines of prod-1, newest first',
  });
}

describe('the baselines', () => {
  it('are listed with who, when, how much and how', async () => {
    const api = fixture();
    api.baselines = [
      [
        baseline(),
        baseline({
          id: 'baseline-2',
          name: 'nightly',
          by: 'schedule',
          status: 'partial',
          progress: { stacksDone: 12, stacksTotal: 14 },
          notRead: [{ code: 'drift.unread.rules' }],
        }),
        baseline({ id: 'baseline-3', name: 'broken', status: 'failed' }),
      ],
    ];
    renderReadiness(api);
    const [, first, second, third] = within(await table()).getAllByRole('row');
    expect(first).toHaveTextContent(
      /before-v3\.5\.0 v2\.17\.1.*amina14complete/,
    );
    expect(second).toHaveTextContent(/nightly.*the schedule12 of 14in part/);
    await userEvent.click(
      within(second).getByRole('button', { name: 'What was not read' }),
    );
    expect(within(second).getByRole('listitem')).toBeVisible();
    expect(third).toHaveTextContent('failed');
    expect(within(third).queryByRole('button')).toBeNull();
  });

  it('says that there is none yet', async () => {
    const api = fixture();
    api.baselines = [[]];
    renderReadiness(api);
    expect(
      await screen.findByText('None was taken of prod-1 yet.'),
    ).toBeVisible();
  });

  it('are taken with a name, and followed while they are read', async () => {
    const api = fixture();
    const reading = baseline({
      status: 'reading',
      progress: { stacksDone: 3, stacksTotal: 14 },
    });
    api.baselines = [[], [reading], [baseline()]];
    const take = jest.spyOn(api, 'takeBaseline');
    renderReadiness(api);
    expect(await screen.findByRole('textbox', { name: 'Name' })).toHaveValue(
      'before-v3.5.0',
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Take a baseline' }),
    );
    expect(take).toHaveBeenCalledWith(
      expect.objectContaining({ cluster: 'prod-1', name: 'before-v3.5.0' }),
    );
    expect(
      await screen.findByText('before-v3.5.0: 3 of 14 read'),
    ).toBeVisible();
    expect(screen.getByRole('progressbar')).toHaveAttribute(
      'aria-valuenow',
      '21',
    );
    expect(
      await screen.findByRole(
        'button',
        { name: 'Compare now: before-v3.5.0' },
        { timeout: 10_000 },
      ),
    ).toBeVisible();
  });

  it('say what was in the way', async () => {
    const api = fixture();
    jest
      .spyOn(api, 'takeBaseline')
      .mockRejectedValue(new Error('A sweep is running.'));
    renderReadiness(api);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Take a baseline' }),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The baseline could not be taken: A sweep is running.',
    );
  });

  it('are not loaded: says so, and the rest stays', async () => {
    const api = fixture();
    jest.spyOn(api, 'getBaselines').mockRejectedValue(new Error('away'));
    renderReadiness(api);
    expect(
      await screen.findByText(/The baselines could not be loaded/),
    ).toBeVisible();
    expect(
      screen.getByRole('region', { name: 'Verdict on prod-1' }),
    ).toBeVisible();
  });
});
