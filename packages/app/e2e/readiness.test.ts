import { loadBundledWorld, withRoles } from 'lbc-sandbox';
import type { Locator } from 'playwright-core';
import {
  NARROW,
  OwnFleet,
  TAB,
  Theme,
  Visitor,
  WIDE,
  at,
  axeIn,
  overflow,
  picture,
  screenshot,
  tabOf,
  tabTo,
} from './support';
import { withDeregistrationDelay } from './cases/changed';
import { untilAnswer } from './support/untilAnswer';

const WORLD = 'upgrade-v2-to-v3';
const BEFORE = 'v2.17.1';
const AFTER = 'v3.5.0';
const STACKS = [
  'k8s-shop-web-5c8ac0cc82',
  'k8s-edge-3273337624',
  'k8s-shop-db-0e00d5d302',
];

/** Of the target groups; the recorded ones take 300 s, which nobody awaits here. */
const DELAY_SECONDS = 5;
const SETTLING_MS = 240_000;

const SETTINGS = {
  aws: {
    optional: { ec2: true, eks: false, iam: true },
    // Nobody else calls this AWS, so that nobody needs to be spared.
    budget: { requestsPerSecond: 100, burst: 100 },
  },
  schedule: { cluster: { seconds: 5 }, scope: { seconds: 5 } },
};

const ENTITIES = [
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: { name: 'prod-1', annotations: { 'lbc/cluster': 'prod-1' } },
    spec: { type: 'kubernetes-cluster', owner: 'team-platform' },
  },
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: 'checkout',
      annotations: { 'lbc/stack': 'prod-1/ingress/shop/web' },
    },
    spec: {
      type: 'service',
      lifecycle: 'production',
      owner: 'team-checkout',
      dependsOn: ['resource:default/prod-1'],
    },
  },
];

/** docs/tutorial-upgrade.md, as a person follows it. */
describe('the tutorial of an upgrade', () => {
  let own: OwnFleet;
  const visitors: Partial<Record<Theme, Visitor>> = {};

  /** Waits until the portal has seen which release runs, and its role. */
  const untilRuns = (version: string) =>
    untilAnswer(
      own.portal,
      '/controllers/prod-1/compatibility',
      answer =>
        at(answer, 'controllers', 0, 'controller', 'version') === version,
    );

  beforeAll(async () => {
    own = await OwnFleet.start({
      worlds: [
        {
          world: withDeregistrationDelay(
            withRoles(loadBundledWorld(WORLD)),
            DELAY_SECONDS,
          ),
        },
      ],
      entities: ENTITIES,
      lbc: SETTINGS,
    });
    await untilRuns(BEFORE);
    visitors.light = await Visitor.arrive(own.portal, 'light');
    visitors.dark = await Visitor.arrive(own.portal, 'dark');
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

  async function open(
    options: { entity?: string; query?: string; theme?: Theme } = {},
  ) {
    const {
      entity = 'component/checkout',
      query = `?target=${AFTER}`,
      theme = 'light',
    } = options;
    const page = pageIn(theme);
    await page.goto(`/catalog/default/${entity}/upgrade-readiness${query}`);
    // There is no verdict where nothing newer is known; baselines there are.
    await page
      .getByRole('region', { name: 'Baselines' })
      .waitFor({ timeout: 120_000 });
    return tabOf(page, 'Upgrade readiness');
  }

  /** Neither a code without its sentence, nor a sentence without its values. */
  function isSaid(text: string) {
    expect(text).not.toMatch(
      /\b(readiness|verification|compatibility|iam)\.[a-z]+-[a-z]|\{\w+\}/,
    );
  }

  async function looksRight(
    name: string,
    options: Parameters<typeof open>[0] = {},
  ) {
    const page = pageIn('light');
    const tab = await open(options);
    isSaid(await tab.innerText());
    await picture(page, name);
    expect(await axeIn(page, TAB)).toEqual([]);
    await page.setViewportSize(NARROW);
    expect(await overflow(page)).toBe(0);
    await picture(page, name);
    await page.setViewportSize(WIDE);
    await open({ ...options, theme: 'dark' });
    expect(await axeIn(pageIn('dark'), TAB)).toEqual([]);
    await picture(pageIn('dark'), `${name}-dark`);
  }

  /** Compares again until no owner is awaited any more, as a person would. */
  async function untilSettled(comparison: Locator) {
    const stacks = comparison.locator('[data-stack]');
    const settling = comparison.locator('[data-verdict="settling"]');
    const isSettled = async () =>
      (await stacks.count()) === STACKS.length &&
      (await settling.count()) === 0;
    const end = Date.now() + SETTLING_MS;
    while (!(await isSettled()) && Date.now() < end) {
      await comparison
        .getByRole('button', { name: 'Compare again' })
        .click({ timeout: 120_000 });
      await comparison.getByRole('status').waitFor({ state: 'hidden' });
      await pageIn('light').waitForTimeout(2_000);
    }
    expect(await comparison.innerText()).not.toContain('still settling');
  }

  it('says what the upgrade does to the service, then the verdict, what to do, and the plan', async () => {
    const page = pageIn('light');
    const tab = await open();
    const effect = page.getByRole('region', { name: /^Effect on checkout/ });
    expect(await effect.innerText()).toContain(
      `Effect on checkout of ${BEFORE} → ${AFTER}`,
    );
    expect(await effect.innerText()).toContain('Ingress shop/web');
    const verdict = page.getByRole('region', { name: 'Verdict on prod-1' });
    expect(await verdict.innerText()).toMatch(
      /^(READY|NOT READY|CANNOT DETERMINE)/,
    );
    // Helm upgrades no CRDs, and those of 3.5.0 have versions and fields more.
    const before = tab.getByRole('region', { name: 'Before', exact: true });
    expect(await before.innerText()).toMatch(/LBC-CRD-\d+/);
    const phases = await tab
      .getByRole('region', { name: 'Plan' })
      .locator('[data-phase]')
      .evaluateAll(steps =>
        steps.map(step => step.getAttribute('data-phase') ?? ''),
      );
    expect(phases).toEqual(expect.arrayContaining(['baseline', 'crds']));
    expect(phases.indexOf('baseline')).toBeLessThan(phases.indexOf('crds'));
    expect(phases.indexOf('crds')).toBeLessThan(phases.indexOf('upgrade'));
    await looksRight('readiness-before');
  });

  it('asks about another target by keyboard, and the address keeps it', async () => {
    const page = pageIn('light');
    const tab = await open({ query: '' });
    const picker = tab.getByRole('combobox', { name: 'Target' });
    expect(await picker.inputValue()).toMatch(/^target=v\d/);
    expect(await tabTo(page, picker)).toBe(true);
    await picker.selectOption('kubernetes=1.35');
    await page.waitForURL(/kubernetes=1\.35/);
    await page.getByText(/^Working it out/).waitFor({ state: 'hidden' });
    expect(
      await page.getByRole('region', { name: /^Effect on/ }).innerText(),
    ).toContain('Kubernetes 1.35');
    await page.reload();
    await page.getByRole('region', { name: 'Verdict on prod-1' }).waitFor();
    expect(
      await page.getByRole('combobox', { name: 'Target' }).inputValue(),
    ).toBe('kubernetes=1.35');
  });

  it('takes the plan elsewhere as a checklist', async () => {
    const page = pageIn('light');
    const tab = await open();
    await tab.getByRole('button', { name: 'Copy as a checklist' }).click();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    expect(text).toMatch(/^# Plan: .* from v2\.17\.1 to v3\.5\.0\n/);
    expect(text).toMatch(/^- \[ \] Take a baseline/m);
    isSaid(text);
  });

  it('tells the owners of the cluster of all its load balancers', async () => {
    const tab = await open({ entity: 'resource/prod-1' });
    const text = await tab
      .getByRole('region', { name: /^Effect on prod-1/ })
      .innerText();
    for (const owner of [
      'Ingress shop/web',
      'Ingress shop/blog',
      'Service shop/db',
    ]) {
      expect(text).toContain(owner);
    }
  });

  it('takes a baseline, sees the upgrade, and compares: nothing but what was to be expected', async () => {
    const page = pageIn('light');
    const tab = await open();
    const take = tab.getByRole('button', { name: 'Take a baseline' });
    expect(await tabTo(page, take)).toBe(true);
    await page.keyboard.press('Enter');
    const compare = tab.getByRole('button', {
      name: `Compare now: before-${AFTER}`,
    });
    await compare.waitFor({ timeout: 180_000 });
    // What the restart would change is known now.
    await page.reload();
    const effect = page.getByRole('region', { name: /^Effect on checkout/ });
    await effect.waitFor();
    expect(await effect.innerText()).not.toContain('unknown');
    await picture(page, 'readiness-baseline');
    await screenshot(page, 'upgrade-readiness');

    own.fleet.step(WORLD, '02-crds-upgraded');
    own.fleet.step(WORLD, '03-v3-took-over');
    await untilRuns(AFTER);

    await open({ query: '' });
    await compare.click();
    const comparison = page.getByRole('region', {
      name: `Comparison with before-${AFTER}`,
    });
    await untilSettled(comparison);
    await picture(page, 'readiness-comparison');
    for (const name of STACKS) {
      expect(
        await comparison
          .locator(`[data-stack="${name}"]`)
          .getAttribute('data-verdict'),
      ).toBe('verified');
    }
    const text = await comparison.innerText();
    expect(text).not.toContain('unexpected');
    expect(text).toMatch(/was v2\.17\.1 and is v3\.5\.0/);
    isSaid(text);

    const query = new URL(page.url()).search;
    expect(query).toContain('baseline=');
    await looksRight('readiness-compared', { query });
  }, 600_000);

  it('calls nobody outside of this machine, fails nowhere, changes nothing', () => {
    for (const theme of ['light', 'dark'] as const) {
      expect(visitors[theme]?.outside).toEqual([]);
      expect(visitors[theme]?.errors).toEqual([]);
    }
    expect(own.fleet.calls.mutations()).toEqual([]);
  });
});
