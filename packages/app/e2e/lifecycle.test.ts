import { AT_FIRST, Case, THEREAFTER } from './cases/cases';
import { entities } from './cases/entities';
import { THEN, everyState } from './cases/worlds';
import {
  NARROW,
  OwnFleet,
  TAB,
  Theme,
  Visitor,
  WIDE,
  axeIn,
  factsIn,
  openTab,
  overflow,
  picture,
  tabTo,
  untilState,
} from './support';

const HOME = AT_FIRST[0].component;

/** Short waits, as the demo has; what is being deleted shall not get stuck. */
const SETTINGS = {
  aws: { optional: { ec2: true, eks: false } },
  lifecycle: {
    orphanGrace: { seconds: 5 },
    unattendedAfter: { seconds: 5 },
    stuckAfter: { minutes: 15 },
  },
  schedule: {
    cluster: { seconds: 30 },
    scope: { seconds: 30 },
  },
};

/** Every state of a load balancer's life, as a person sees it. */
describe('the tab of something', () => {
  let own: OwnFleet;
  const visitors: Partial<Record<Theme, Visitor>> = {};

  beforeAll(async () => {
    own = await OwnFleet.start({
      worlds: everyState(),
      entities: entities(),
      backend: 'src/e2e/portals/hiddenBlog.ts',
      lbc: SETTINGS,
    });
    await Promise.all(
      THEREAFTER.map(
        ({ component, before }) =>
          before && untilState(own.portal, component, before),
      ),
    );
    // What AT_FIRST sees of a world that goes on is seen before it does.
    goOn(world => !AT_FIRST.some(each => each.world === world));
    visitors.light = await Visitor.arrive(own.portal, 'light', HOME);
    visitors.dark = await Visitor.arrive(own.portal, 'dark', HOME);
  });

  afterAll(async () => {
    await visitors.light?.leave();
    await visitors.dark?.leave();
    await own?.stop();
  });

  function goOn(when: (world: string) => boolean) {
    Object.entries(THEN)
      .filter(([world]) => when(world))
      .forEach(([world, step]) => own.fleet.step(world, step));
  }

  const visitor = (theme: Theme): Visitor => {
    const found = visitors[theme];
    if (!found) {
      throw new Error('The portal did not start.');
    }
    return found;
  };

  const open = (component: string) => openTab(visitor('light').page, component);

  /** Presses a button of the tab that is open, by keyboard alone. */
  async function press(name: string) {
    const { page } = visitor('light');
    const button = page.locator(TAB).getByRole('button', { name });
    await button.waitFor();
    expect(await tabTo(page, button)).toBe(true);
    await page.keyboard.press('Enter');
  }

  async function readDetail() {
    await press('Read listeners, rules and targets');
    await visitor('light')
      .page.getByRole('button', { name: /^Read again/ })
      .waitFor({ timeout: 120_000 });
  }

  async function reach({ component, state, before, read }: Case) {
    if (before && read) {
      await untilState(own.portal, component, before);
      await open(component);
      await readDetail();
    }
    await untilState(own.portal, component, state);
  }

  function looksRight(each: Case) {
    beforeAll(() => reach(each));

    it('has the state, its reason, what was seen, and the facets', async () => {
      const { page } = visitor('light');
      const tab = await open(each.component);
      const verdict = page.getByRole('region', { name: 'Verdict' });
      expect(await verdict.innerText()).toContain(each.word);
      await page.getByRole('region', { name: 'Facts' }).waitFor();
      const text = await tab.innerText();
      each.says.forEach(sentence => expect(text).toMatch(sentence));
      expect(await factsIn(page)).toMatchObject(each.facets);
      await picture(page, each.state);
      // Neither a code without its sentence, nor a sentence without its values.
      expect(text).not.toMatch(/\b[a-z]+\.[a-z]+(-[a-z]+)+\s*$|\{\w+\}/m);
    });

    it('fits a phone, and axe finds nothing in light and dark', async () => {
      const { page } = visitor('light');
      expect(await axeIn(page, TAB)).toEqual([]);
      await page.setViewportSize(NARROW);
      expect(await overflow(page)).toBe(0);
      await page.setViewportSize(WIDE);
      const dark = visitor('dark').page;
      await openTab(dark, each.component);
      await dark.getByRole('region', { name: 'Facts' }).waitFor();
      expect(await axeIn(dark, TAB)).toEqual([]);
    });
  }

  describe.each(AT_FIRST)('$state', each => {
    looksRight(each);
  });

  describe('a member of others', () => {
    it('is told as a count with its team, and never by name', async () => {
      const { page } = visitor('light');
      const tab = await open('case-in-service');
      await tab
        .getByText(/And one member of others \(team-blog: 1\)/)
        .waitFor({ timeout: 60_000 });
      await readDetail();
      expect(await page.content()).not.toMatch(/ghost|blog\//);
    });
  });

  describe('once time has passed', () => {
    beforeAll(() =>
      goOn(world => own.fleet.currentStep(world) !== THEN[world]),
    );

    describe.each(THEREAFTER)('$state', each => {
      looksRight(each);
    });
  });

  it('opens what is closed by keyboard, to nobody’s disadvantage', async () => {
    const { page } = visitor('light');
    const tab = await open('case-orphaned');
    await readDetail();
    await press('How to clean it up');
    await tab.getByText('The proof, line by line').waitFor();
    const what = tab.getByRole('combobox', { name: 'What goes' });
    expect(await tabTo(page, what)).toBe(true);
    await page.keyboard.type('The cluster');
    await tab.getByRole('region', { name: 'Answer' }).waitFor();
    expect(await axeIn(page, TAB)).toEqual([]);
    await page.setViewportSize(NARROW);
    expect(await overflow(page)).toBe(0);
    await page.setViewportSize(WIDE);
  });

  it('calls nobody outside of this machine, fails nowhere, changes nothing', () => {
    for (const theme of ['light', 'dark'] as const) {
      expect(visitor(theme).outside).toEqual([]);
      expect(visitor(theme).errors).toEqual([]);
    }
    expect(own.fleet.calls.mutations()).toEqual([]);
  });
});
