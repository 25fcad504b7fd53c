import { Browser, BrowserContext, Page, chromium } from 'playwright-core';
import { StartedPortal } from './StartedPortal';

/** Widths of a phone and of a desk. */
export const NARROW = { width: 360, height: 800 };
export const WIDE = { width: 1400, height: 1000 };

export type Theme = 'light' | 'dark';

/** A person with a browser, signed in as guest. */
export class Visitor {
  readonly page: Page;
  readonly #browser: Browser;
  readonly #context: BrowserContext;
  readonly #outside: string[] = [];
  readonly #errors: string[] = [];

  /** Signs in, and waits until the catalog shows the component `home`. */
  static async arrive(
    portal: StartedPortal,
    theme: Theme = 'light',
    home = 'checkout',
  ): Promise<Visitor> {
    const browser = await chromium.launch({
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: ['--disable-background-networking', '--disable-component-update'],
    });
    const context = await browser.newContext({
      baseURL: portal.appUrl,
      viewport: WIDE,
      reducedMotion: 'reduce',
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const page = await context.newPage();
    const visitor = new Visitor({ browser, context, page });
    await visitor.useTheme(theme);
    await page.goto('/');
    await page.getByRole('button', { name: 'Enter' }).click();
    await page.getByRole('link', { name: home, exact: true }).waitFor();
    return visitor;
  }

  private constructor(parts: {
    browser: Browser;
    context: BrowserContext;
    page: Page;
  }) {
    this.#browser = parts.browser;
    this.#context = parts.context;
    this.page = parts.page;
    this.page.on('request', request => {
      const { hostname, protocol } = new URL(request.url());
      if (protocol !== 'data:' && protocol !== 'blob:') {
        if (!['localhost', '127.0.0.1'].includes(hostname)) {
          this.#outside.push(request.url());
        }
      }
    });
    this.page.on('pageerror', error => this.#errors.push(String(error)));
  }

  /** Requests that left this machine. */
  get outside(): readonly string[] {
    return this.#outside;
  }

  /** Errors that nobody caught in the page. */
  get errors(): readonly string[] {
    return this.#errors;
  }

  /** The theme as the settings page would set it; holds from the next load. */
  async useTheme(theme: Theme): Promise<void> {
    await this.#context.addInitScript(
      `window.localStorage.setItem('theme', ${JSON.stringify(theme)})`,
    );
  }

  async leave(): Promise<void> {
    await this.#browser.close();
  }
}
