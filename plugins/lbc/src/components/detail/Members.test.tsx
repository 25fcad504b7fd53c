import { renderInTestApp } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import { shared } from '../../__fixtures__';
import { Members } from './Members';

describe('Members', () => {
  it('counts those that may not be read, with their team', async () => {
    await renderInTestApp(
      <Members
        subject={{
          ...shared,
          owners: shared.owners.slice(0, 1),
          ownerCount: 1,
          hiddenOwners: {
            count: 3,
            teams: [{ team: 'group:default/team-b', count: 2 }, { count: 1 }],
          },
        }}
      />,
    );
    expect(
      screen.getByText(
        'And 3 members of others (team-b: 2, no team known: 1) that you may not read.',
      ),
    ).toBeVisible();
    expect(screen.getAllByRole('row')).toHaveLength(2);
  });
});
