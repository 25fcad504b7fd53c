import { FITS, FitCase } from './compatibility/cases';
import { entities } from './compatibility/entities';
import { everyFit } from './compatibility/worlds';
import {
  NARROW,
  OwnFleet,
  TAB,
  Theme,
  Visitor,
  WIDE,
  axeIn,
  overflow,
  picture,
  screenshot,
  tabOf,
  tabTo,
  untilAxis,
} from './support';

const SETTINGS = {
  aws: { optional: { ec2: false, eks: false, iam: true } },
  schedule: { cluster: { seconds: 30 }, scope: { seconds: 30 } },
};

/** What a controller fits, as a person sees it. */
describe('the tab Compatibility', () => {
  let own: OwnFleet;
  const visitors: Partial<Record<Theme, Visitor>> = {};

  beforeAll(async () => {
    own = await OwnFleet.start({
      worlds: everyFit(),
      entities: entities(),
      lbc: SETTINGS,
    });
    visitors.light = await Visitor.arrive(own.portal, 'light', 'fit-digest');
    visitors.dark = await Visitor.arrive(own.portal, 'dark', 'fit-digest');
  });

  afterAll(async () => {
    await visitors.light?.leave();
    await visitors.dark?.leave();
    await own?.stop();
  });

  const pageIn = (theme: Theme) => {
    const found = visitors[theme];
    if (!found) {
      throw new Error('The portal did not start.');
    }
    return found.page;
  };

  async function open({ entity }: FitCase, theme: Theme = 'light') {
    const page = pageIn(theme);
    await page.goto(
      `/catalog/default/${entity.kind}/${entity.name}/compatibility`,
    );
    await page
      .getByRole('region', { name: /^Verdict/ })
      .first()
      .waitFor();
    return tabOf(page, 'Compatibility');
  }

  describe.each(FITS)('$name', each => {
    beforeAll(() => untilAxis(own.portal, each.entity, each.until));

    it('has the verdict, why it is so, and what to do', async () => {
      const page = pageIn('light');
      const tab = await open(each);
      const verdict = page.getByRole('region', { name: /^Verdict/ }).first();
      expect(await verdict.innerText()).toMatch(new RegExp(`^${each.word}`));
      const text = await tab.innerText();
      each.says.forEach(sentence => expect(text).toMatch(sentence));
      // Neither a code without its sentence, nor a sentence without its values.
      expect(text).not.toMatch(/\b(compatibility|iam)\.[a-z]+-[a-z]|\{\w+\}/);
      await picture(page, `fit-${each.name}`);
    });

    it('fits a phone, and axe finds nothing in light and dark', async () => {
      const page = pageIn('light');
      expect(await axeIn(page, TAB)).toEqual([]);
      await page.setViewportSize(NARROW);
      expect(await overflow(page)).toBe(0);
      await picture(page, `fit-${each.name}`);
      await page.setViewportSize(WIDE);
      await open(each, 'dark');
      expect(await axeIn(pageIn('dark'), TAB)).toEqual([]);
      await picture(pageIn('dark'), `fit-${each.name}-dark`);
    });
  });

  it('opens an axis and the table of releases by keyboard, and the address keeps it', async () => {
    const page = pageIn('light');
    const [, tooOld] = FITS;
    const tab = await open(tooOld);
    const crds = tab.getByRole('button', { name: /^CRDs/ });
    expect(await tabTo(page, crds)).toBe(true);
    await page.keyboard.press('Enter');
    await tab.getByRole('region', { name: 'CRDs' }).waitFor();
    expect(page.url()).toContain('crds');
    await page.reload();
    await page.getByRole('region', { name: 'CRDs' }).waitFor();
    const table = page.getByRole('button', { name: /releases as a table$/ });
    expect(await tabTo(page, table)).toBe(true);
    await page.keyboard.press('Enter');
    const rows = page
      .getByRole('table', { name: 'Ladder of releases' })
      .getByRole('row');
    expect(await rows.count()).toBeGreaterThan(50);
    await tabOf(page, 'Compatibility');
    expect(await axeIn(page, TAB)).toEqual([]);
  });

  it('narrows what the objects use, and is taken elsewhere as text', async () => {
    const page = pageIn('light');
    const [compatible] = FITS;
    const tab = await open(compatible);
    await tab
      .getByRole('combobox', { name: 'A line for each' })
      .selectOption('object');
    expect(page.url()).toContain('by=object');
    await tab
      .getByRole('button', { name: 'Copy, download or link this view' })
      .click();
    await page.getByRole('menuitem', { name: 'Copy as text' }).click();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    expect(text).toMatch(
      /^Compatibility: component:default\/fit-compatible · /,
    );
    expect(text).toMatch(/\nKubernetes\tcompatible\t/);
  });

  it('looks as the README shows it', async () => {
    const page = pageIn('light');
    const short = FITS.find(({ name }) => name === 'crds-behind');
    expect(short).toBeDefined();
    if (short) {
      await open(short);
      await screenshot(page, 'compatibility');
    }
  });

  it('calls nobody outside of this machine, fails nowhere, changes nothing', () => {
    for (const theme of ['light', 'dark'] as const) {
      expect(visitors[theme]?.outside).toEqual([]);
      expect(visitors[theme]?.errors).toEqual([]);
    }
    expect(own.fleet.calls.mutations()).toEqual([]);
  });
});
