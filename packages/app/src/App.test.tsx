import { render, screen } from '@testing-library/react';

// Loading the whole app takes its time on a machine that does other things.
const PATIENCE_MS = 120_000;

describe('the app', () => {
  it(
    'greets with the sign-in page, and lets a guest in',
    async () => {
      // As the backend puts it into the page.
      const config = document.createElement('script');
      config.type = 'backstage.io/config';
      config.textContent = JSON.stringify([
        {
          context: 'test',
          data: {
            app: { title: 'Test', baseUrl: 'http://localhost' },
            backend: { baseUrl: 'http://localhost:7007' },
          },
        },
      ]);
      document.head.append(config);
      const { default: App } = await import('./App');
      render(App.createRoot());
      expect(
        await screen.findByRole(
          'button',
          { name: 'Enter' },
          { timeout: 60_000 },
        ),
      ).toBeInTheDocument();
    },
    PATIENCE_MS,
  );
});
