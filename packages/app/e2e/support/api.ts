import { at, json } from './json';
import { StartedPortal } from './StartedPortal';

/** Several times what the demo's waits need: other things may be running. */
const WAIT_MS = 300_000;

async function headers(portal: StartedPortal) {
  const answer = await json(`${portal.backendUrl}/api/auth/guest/refresh`, {
    headers: { 'x-requested-with': 'XMLHttpRequest' },
  });
  return {
    authorization: `Bearer ${at(answer, 'backstageIdentity', 'token')}`,
  };
}

/** What the API says about the compatibility of what serves an entity. */
export async function compatibilityOf(
  portal: StartedPortal,
  entity: { kind: string; name: string },
): Promise<unknown> {
  const { kind, name } = entity;
  return json(
    `${portal.backendUrl}/api/lbc/entities/by-name/${kind}/default/${name}/compatibility`,
    { headers: await headers(portal) },
  );
}

/** What the API says about a component's load balancers. */
export async function loadBalancersOf(
  portal: StartedPortal,
  component: string,
): Promise<unknown> {
  return json(
    `${portal.backendUrl}/api/lbc/entities/by-name/component/default/${component}/load-balancers`,
    { headers: await headers(portal) },
  );
}

/** Waits until an axis of the first controller has a status. */
export async function untilAxis(
  portal: StartedPortal,
  entity: { kind: string; name: string },
  wanted: { axis: string; status: string },
): Promise<void> {
  const end = Date.now() + WAIT_MS;
  let last: unknown;
  while (Date.now() < end) {
    last = await compatibilityOf(portal, entity).catch(String);
    const axes = at(last, 'controllers', 0, 'axes');
    if (
      Array.isArray(axes) &&
      axes.some(
        each =>
          at(each, 'axis') === wanted.axis &&
          at(each, 'status') === wanted.status,
      )
    ) {
      return;
    }
    await new Promise(resolve => {
      setTimeout(resolve, 1_000);
    });
  }
  throw new Error(
    `${entity.name} has not ${wanted.axis} ${wanted.status}: ${JSON.stringify(
      last,
      null,
      1,
    ).slice(0, 4_000)}`,
  );
}

/** Waits until the first load balancer of a component is in a state. */
export async function untilState(
  portal: StartedPortal,
  component: string,
  state: string,
): Promise<unknown> {
  const end = Date.now() + WAIT_MS;
  let last: unknown;
  while (Date.now() < end) {
    last = await loadBalancersOf(portal, component).catch(String);
    if (at(last, 'items', 0, 'state') === state) {
      return last;
    }
    await new Promise(resolve => {
      setTimeout(resolve, 500);
    });
  }
  throw new Error(
    `${component} did not become ${state}: ${JSON.stringify(last, null, 1)}`,
  );
}
