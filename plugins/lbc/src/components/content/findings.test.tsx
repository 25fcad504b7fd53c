import { screen, within } from '@testing-library/react';
import { responses } from '../../__fixtures__';
import { violationsIn } from '../../__testUtils__/axe';
import { renderContent } from '../../__testUtils__/renderContent';

describe('known patterns of a subject', () => {
  it('are named with their numbers, and say nothing that is said above', async () => {
    const { container } = renderContent(responses.unattended);
    const section = await screen.findByRole('region', {
      name: 'Known patterns',
    });
    const text = within(section);
    expect(
      text.getByText('The controller’s webhook does not answer'),
    ).toBeVisible();
    expect(text.getByText('F1 · O1')).toHaveAttribute(
      'title',
      'docs/failure-modes.md',
    );
    expect(text.getByText(/a dead webhook and a missing/)).toBeVisible();
    expect(text.getByText(/Start the controller again\. If/)).toBeVisible();
    // Under “What happens” and “Also seen” already.
    expect(text.queryByText(/are refused by the API server/)).toBeNull();
    expect(text.queryByText(/has no ready endpoint/)).toBeNull();
    expect(screen.getAllByText(/has no ready endpoint/)).toHaveLength(1);
    expect(await violationsIn(container)).toEqual([]);
  });

  it('are left out where there are none', async () => {
    renderContent(responses.inService);
    expect(
      await screen.findByRole('region', { name: 'Lifelines' }),
    ).toBeVisible();
    expect(screen.queryByText('Known patterns')).toBeNull();
  });
});
