import { CHAPTERS, LOAD_BALANCER } from './states';
import {
  StartedPortal,
  TAB,
  Visitor,
  axeIn,
  openTab,
  untilState,
} from './support';

const [inService] = CHAPTERS;

/** The same tab and card in an app of the classic front-end system. */
describe('the classic front-end system', () => {
  let portal: StartedPortal;
  let visitor: Visitor;

  beforeAll(async () => {
    portal = await StartedPortal.start({
      args: ['--built', '--app', 'app-legacy'],
    });
    visitor = await Visitor.arrive(portal);
    await untilState(portal, 'checkout', inService.state);
  });

  afterAll(async () => {
    await visitor?.leave();
    await portal?.stop();
  });

  it('shows the card on the overview, which leads to the tab', async () => {
    const { page } = visitor;
    await page.goto('/catalog/default/component/checkout');
    await page.getByText('in service').first().waitFor();
    await page.getByRole('tab', { name: 'Load balancers' }).click();
    await page.getByRole('region', { name: 'Verdict' }).waitFor();
  });

  it('shows the tab', async () => {
    const { page } = visitor;
    const tab = await openTab(page, 'checkout');
    await page.getByText(LOAD_BALANCER).first().waitFor();
    for (const sentence of inService.says) {
      await tab.getByText(sentence).first().waitFor({ timeout: 10_000 });
    }
    expect(await axeIn(page, TAB)).toEqual([]);
    expect(visitor.outside).toEqual([]);
    expect(visitor.errors).toEqual([]);
  });
});
