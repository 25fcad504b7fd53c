import { StartedPortal, at, loadBalancersOf, untilState } from './support';

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
});
