import { at, json } from './json';
import { StartedPortal } from './StartedPortal';

/** Takes a world of the portal's fleet to a step. */
export async function step(
  portal: StartedPortal,
  world: string,
  to: string | number,
): Promise<void> {
  await json(`${portal.controlUrl}/api/worlds/${world}/step`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ step: to }),
  });
}

/** Calls that would have changed something; there must be none, ever. */
export async function mutations(portal: StartedPortal): Promise<unknown> {
  return at(await json(`${portal.controlUrl}/api/calls`), 'mutations');
}
