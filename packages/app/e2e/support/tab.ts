import { Locator, Page } from 'playwright-core';

/** Finds the tab's content once `tabOf` has marked it. */
export const TAB = '[data-e2e="tab"]';

const PATH = '/catalog/default/component';

/** Opens the tab of a component and waits for its verdict; returns the tab. */
export async function openTab(page: Page, component: string): Promise<Locator> {
  await page.goto(`${PATH}/${component}/load-balancers`);
  await page.getByRole('region', { name: 'Verdict' }).waitFor();
  return tabOf(page);
}

/** The tab's own content, marked so that a selector finds it. */
export async function tabOf(
  page: Page,
  title = 'Load balancers',
): Promise<Locator> {
  const heading = page.getByRole('heading', {
    name: title,
    level: 2,
    exact: true,
  });
  await heading
    .locator('xpath=../..')
    .evaluate(element => element.setAttribute('data-e2e', 'tab'));
  return page.locator(TAB);
}

/** A page that was made narrow is laid out anew in steps, some of them its own. */
const SETTLING_MS = 5_000;

/**
 * How far the page, and the tab in it, are wider than the window, once the
 * layout has settled.
 */
export async function overflow(page: Page): Promise<number> {
  const giveUpAt = Date.now() + SETTLING_MS;
  let found = await overflowNow(page);
  while (found > 0 && Date.now() < giveUpAt) {
    await page.waitForTimeout(100);
    found = await overflowNow(page);
  }
  return found;
}

function overflowNow(page: Page): Promise<number> {
  return page.evaluate(selector => {
    const tab = document.querySelector(selector);
    return Math.max(
      document.documentElement.scrollWidth - window.innerWidth,
      tab ? tab.scrollWidth - tab.clientWidth : 0,
    );
  }, TAB);
}

/** What the facts of an opened subject say, by their terms. */
export async function factsIn(page: Page): Promise<Record<string, string>> {
  const terms = page.getByRole('region', { name: 'Facts' }).locator('dt');
  const pairs = await terms.evaluateAll(all =>
    all.map(term => [
      term.textContent ?? '',
      term.nextElementSibling?.textContent ?? '',
    ]),
  );
  return Object.fromEntries(pairs);
}
