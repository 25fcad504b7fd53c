import axe from 'axe-core';
import { Page } from 'playwright-core';

/**
 * What axe finds wrong in a part of the page, one line each. The frame around
 * it (sidebar, header, tabs) is the host's.
 */
export async function axeIn(page: Page, selector: string): Promise<string[]> {
  // By the debugger: the page's own policy rightly forbids inline scripts.
  await page.evaluate(axe.source);
  const results = await page.evaluate(
    ([within]) =>
      (globalThis as unknown as { axe: typeof axe }).axe.run(within, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'],
      }),
    [selector],
  );
  return results.violations.flatMap(violation =>
    violation.nodes.map(
      node => `${violation.id}: ${node.html} (${node.failureSummary})`,
    ),
  );
}
