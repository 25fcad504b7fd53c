import { mkdirSync } from 'fs';
import { resolve } from 'path';
import { Page } from 'playwright-core';

const FOLDER = resolve(__dirname, '../../../../docs/images');

/**
 * Takes a picture of the README, if it was asked for
 * (`npm run screenshots`); otherwise the one in the repository stays.
 */
export async function screenshot(page: Page, name: string): Promise<void> {
  if (process.env.LBC_UPDATE_SCREENSHOTS) {
    mkdirSync(FOLDER, { recursive: true });
    await page.screenshot({ path: resolve(FOLDER, `${name}.png`) });
  }
}
