import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ago, FixtureApi, responses } from '../../__fixtures__';
import { violationsIn } from '../../__testUtils__/axe';
import { renderContent } from '../../__testUtils__/renderContent';

describe('the timeline of a subject', () => {
  it('marks Events and times in which nobody looked, and tells them in the table', async () => {
    const api = new FixtureApi(responses.unattended);
    api.timeline = [
      {
        type: 'event',
        at: ago(1, 'h'),
        event: {
          id: '1',
          object: { kind: 'Ingress', namespace: 'shop', name: 'web' },
          level: 'Warning',
          reason: 'FailedBuildModel',
          text: 'no certificate found',
          firstAt: ago(2, 'h'),
          count: 3,
        },
      },
      {
        type: 'gap',
        at: ago(30, 'min'),
        gap: {
          target: 'cluster:prod-1',
          from: ago(30, 'min'),
          to: ago(10, 'min'),
        },
      },
    ];
    const { container } = renderContent(api);
    expect(await screen.findAllByTestId('lifeline-event')).toHaveLength(1);
    await userEvent.click(screen.getByRole('button', { name: 'As a table' }));
    const table = within(screen.getByRole('table', { name: 'Lifelines' }));
    expect(
      table.getByText(
        'Ingress shop/web FailedBuildModel ×3: no certificate found',
      ),
    ).toBeVisible();
    expect(table.getByText('nobody looked for 20 min')).toBeVisible();
    expect(await violationsIn(container)).toEqual([]);
  });
});
