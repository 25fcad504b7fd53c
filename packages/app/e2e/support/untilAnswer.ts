import { at, json } from './json';
import { StartedPortal } from './StartedPortal';

/** Several times what is needed: other things may be running. */
const WAIT_MS = 300_000;

/** Asks the API of the plugin, as a guest, until it says what is waited for. */
export async function untilAnswer(
  portal: StartedPortal,
  path: string,
  isIt: (answer: unknown) => boolean,
): Promise<unknown> {
  const end = Date.now() + WAIT_MS;
  let last: unknown;
  while (Date.now() < end) {
    last = await ask(portal, path).catch(String);
    if (isIt(last)) {
      return last;
    }
    await new Promise(resolve => {
      setTimeout(resolve, 1_000);
    });
  }
  throw new Error(
    `${path} did not say it: ${JSON.stringify(last, null, 1).slice(0, 4_000)}`,
  );
}

async function ask(portal: StartedPortal, path: string): Promise<unknown> {
  const session = await json(`${portal.backendUrl}/api/auth/guest/refresh`, {
    headers: { 'x-requested-with': 'XMLHttpRequest' },
  });
  const token = at(session, 'backstageIdentity', 'token');
  return json(`${portal.backendUrl}/api/lbc${path}`, {
    headers: { authorization: `Bearer ${token}` },
  });
}
