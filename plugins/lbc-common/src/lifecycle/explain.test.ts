import { loadBundledWorld } from 'lbc-sandbox';
import { Observer } from '../__testUtils__/Observer';

it('says of a load balancer that AWS is setting up that this is why it does not serve', () => {
  const world = loadBundledWorld('degraded');
  const observer = new Observer(world, {
    // Whatever is known of its targets.
    lens: { scope: snapshot => ({ ...snapshot, health: new Map() }) },
  });
  expect(observer.watch(world.steps[0]).subjects[0]).toMatchObject({
    state: 'provisioning',
    traffic: { code: 'traffic.not-active', params: { state: 'provisioning' } },
  });
});
