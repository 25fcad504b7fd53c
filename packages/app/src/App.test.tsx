import { render, screen } from '@testing-library/react';

describe('the app', () => {
  it('greets with the sign-in page, and lets a guest in', async () => {
    process.env.APP_CONFIG = JSON.stringify([
      {
        context: 'test',
        data: {
          app: { title: 'Test', baseUrl: 'http://localhost' },
          backend: { baseUrl: 'http://localhost:7007' },
        },
      },
    ]);
    const { default: App } = await import('./App');
    render(App.createRoot());
    expect(
      await screen.findByRole('button', { name: 'Enter' }, { timeout: 10_000 }),
    ).toBeInTheDocument();
  });
});
