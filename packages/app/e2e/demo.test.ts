import {
  NARROW,
  StartedPortal,
  Visitor,
  WIDE,
  at,
  axeIn,
  loadBalancersOf,
  overflow,
  picture,
  untilState,
} from './support';

/** The demo's other components: what they see, and by what. */
describe('the demo catalog', () => {
  let portal: StartedPortal;

  beforeAll(async () => {
    portal = await StartedPortal.start({ args: ['--built'] });
  });

  afterAll(async () => {
    await portal?.stop();
  });

  it.each([
    ['checkout', 'k8s-shop-web-5c8ac0cc82', 'annotation'],
    ['checkout-api', 'k8s-shop-web-5c8ac0cc82', 'backend'],
    ['storefront', 'k8s-edge-3273337624', 'annotation'],
    ['ghost-blog', 'k8s-edge-3273337624', 'backend'],
    ['mqtt', 'k8s-edge-mqttin-ce21fbd957', 'annotation'],
  ])('%s sees %s by %s', async (component, name, via) => {
    const answer = await untilState(portal, component, 'in-service');
    expect(at(answer, 'totalItems')).toBe(1);
    expect(at(answer, 'items', 0, 'loadBalancer', 'name')).toBe(name);
    expect(at(answer, 'items', 0, 'via')).toBe(via);
  });

  it('names no load balancer for a Service that is not there yet', async () => {
    const answer = await loadBalancersOf(portal, 'syslog');
    expect(at(answer, 'items')).toEqual([]);
    expect(at(answer, 'problems')).toEqual([]);
  });

  it('has a doctor who says what is seen, and what to paste where it is not', async () => {
    for (const theme of ['light', 'dark'] as const) {
      const visitor = await Visitor.arrive(portal, theme);
      try {
        const { page } = visitor;
        await page.getByRole('link', { name: 'LBC doctor' }).click();
        await page.waitForURL('**/lbc/doctor');
        await page.getByRole('article', { name: 'prod-1' }).waitFor();
        for (const size of [WIDE, NARROW]) {
          await page.setViewportSize(size);
          expect(await overflow(page)).toBeLessThanOrEqual(0);
          expect(await axeIn(page, 'main')).toEqual([]);
          await picture(page, `doctor-${theme}`);
        }
        expect(visitor.errors).toEqual([]);
        expect(visitor.outside).toEqual([]);
      } finally {
        await visitor.leave();
      }
    }
  });
});
