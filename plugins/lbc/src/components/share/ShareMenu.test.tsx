import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { responses } from '../../__fixtures__';
import { renderContent } from '../../__testUtils__/renderContent';

const copyToClipboard = jest.fn((_text: string) => true);
jest.mock('copy-to-clipboard', () => (text: string) => copyToClipboard(text));

async function choose(name: string) {
  await userEvent.click(
    await screen.findByRole('button', {
      name: 'Copy, download or link this view',
    }),
  );
  await userEvent.click(await screen.findByRole('menuitem', { name }));
}

describe('ShareMenu', () => {
  beforeEach(() => copyToClipboard.mockClear());

  it('copies the view as text', async () => {
    renderContent(responses.group, { path: '/?state=in-service' });
    await choose('Copy as text');
    expect(copyToClipboard).toHaveBeenCalledTimes(1);
    const [text] = copyToClipboard.mock.calls[0];
    expect(text).toContain('Load balancers: component:default/checkout');
    expect(text).toContain('k8s-edge-3273337624');
    expect(text).not.toContain('k8s-shop-web-5c8ac0cc82');
    expect(await screen.findByText('Copied as text')).toBeInTheDocument();
  });

  it('copies a link that reproduces it', async () => {
    renderContent(responses.group, { path: '/?state=in-service' });
    await choose('Copy a link to this view');
    expect(copyToClipboard).toHaveBeenCalledWith(
      'http://localhost/?state=in-service',
    );
  });
});
