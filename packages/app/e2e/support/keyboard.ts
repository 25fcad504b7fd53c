import { Locator, Page } from 'playwright-core';

const MOST_STOPS = 150;

/** Moves the focus to an element by the Tab key alone; whether it got there. */
export async function tabTo(page: Page, target: Locator): Promise<boolean> {
  for (let presses = 0; presses < MOST_STOPS; presses += 1) {
    if (await target.evaluate(element => element === document.activeElement)) {
      return true;
    }
    await page.keyboard.press('Tab');
  }
  return false;
}
