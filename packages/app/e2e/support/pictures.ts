import { mkdirSync } from 'fs';
import { join } from 'path';
import { Page } from 'playwright-core';

/**
 * Takes a picture of the whole page for a person to look at, where
 * LBC_PICTURES names a folder.
 */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.LBC_PICTURES;
  const size = page.viewportSize();
  if (!folder || !size) {
    return;
  }
  mkdirSync(folder, { recursive: true });
  // What scrolls is inside of the page.
  const height = await page.evaluate(() =>
    Math.max(
      ...Array.from(document.querySelectorAll('*'), each => each.scrollHeight),
    ),
  );
  await page.setViewportSize({ ...size, height: Math.min(height, 6_000) });
  await page.screenshot({ path: join(folder, `${name}-${size.width}.png`) });
  await page.setViewportSize(size);
}
