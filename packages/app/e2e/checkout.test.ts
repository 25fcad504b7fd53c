import { CHAPTERS, LOAD_BALANCER } from './states';
import {
  NARROW,
  StartedPortal,
  TAB,
  Theme,
  Visitor,
  WIDE,
  axeIn,
  mutations,
  openTab,
  overflow,
  screenshot,
  step,
  untilState,
} from './support';

describe('the tab of checkout', () => {
  let portal: StartedPortal;
  const visitors: Partial<Record<Theme, Visitor>> = {};

  beforeAll(async () => {
    portal = await StartedPortal.start({ args: ['--built'] });
    visitors.light = await Visitor.arrive(portal, 'light');
    visitors.dark = await Visitor.arrive(portal, 'dark');
  });

  afterAll(async () => {
    await visitors.light?.leave();
    await visitors.dark?.leave();
    await portal?.stop();
  });

  const visitor = (theme: Theme): Visitor => {
    const found = visitors[theme];
    if (!found) {
      throw new Error('The portal did not start.');
    }
    return found;
  };

  describe.each(CHAPTERS)('at $step', chapter => {
    beforeAll(async () => {
      if (chapter !== CHAPTERS[0]) {
        // The fleet began with the first; going there again begins a new story.
        await step(portal, 'ingress-alb', chapter.step);
      }
      await untilState(portal, 'checkout', chapter.state);
    });

    it(`says ${chapter.word}, and why`, async () => {
      const { page } = visitor('light');
      const tab = await openTab(page, 'checkout');
      const verdict = page.getByRole('region', { name: 'Verdict' });
      expect(await verdict.innerText()).toContain(chapter.word);
      await page.getByText(LOAD_BALANCER).first().waitFor();
      for (const sentence of chapter.says) {
        await tab.getByText(sentence).first().waitFor({ timeout: 10_000 });
      }
      await screenshot(page, chapter.state);
    });

    it.each(['light', 'dark'] as const)(
      'has nothing for axe to complain about, %s',
      async theme => {
        const { page } = visitor(theme);
        await openTab(page, 'checkout');
        expect(await axeIn(page, TAB)).toEqual([]);
      },
    );

    it.each([
      ['a phone', NARROW],
      ['a desk', WIDE],
    ])('fits the width of %s', async (_, size) => {
      const { page } = visitor('light');
      await page.setViewportSize(size);
      try {
        await openTab(page, 'checkout');
        expect(await overflow(page)).toBe(0);
      } finally {
        await page.setViewportSize(WIDE);
      }
    });
  });

  it('can be used by keyboard alone', async () => {
    const { page } = visitor('light');
    await openTab(page, 'checkout');
    const details = page.getByRole('button', { name: LOAD_BALANCER }).first();
    const reach = async () => {
      for (let presses = 0; presses < 100; presses += 1) {
        if (
          await details.evaluate(element => element === document.activeElement)
        ) {
          return true;
        }
        await page.keyboard.press('Tab');
      }
      return false;
    };
    expect(await reach()).toBe(true);
    const before = await details.getAttribute('aria-expanded');
    await page.keyboard.press('Enter');
    expect(await details.getAttribute('aria-expanded')).not.toBe(before);
  });

  it('has a link that shows the same again', async () => {
    const { page } = visitor('light');
    await openTab(page, 'checkout');
    const row = page.getByRole('button', { name: LOAD_BALANCER }).first();
    // The only one is open by itself: closing it is what the link must keep.
    expect(await row.getAttribute('aria-expanded')).toBe('true');
    await row.click();
    await page.goto(page.url());
    await row.waitFor();
    expect(await row.getAttribute('aria-expanded')).toBe('false');
  });

  it('calls nobody outside of this machine, and fails nowhere', () => {
    for (const theme of ['light', 'dark'] as const) {
      expect(visitor(theme).outside).toEqual([]);
      expect(visitor(theme).errors).toEqual([]);
    }
  });

  it('changed nothing in the fleet', async () => {
    expect(await mutations(portal)).toEqual([]);
  });
});
