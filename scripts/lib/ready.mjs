// Asking by HTTP whether the portal is really there.

/** Waits until `check` answers true; undefined if `stopped` says so first. */
export async function until(check, { stopped, everyMs = 500 }) {
  while (!stopped()) {
    if (await check().catch(() => false)) {
      return true;
    }
    await new Promise(resolve => setTimeout(resolve, everyMs));
  }
  return undefined;
}

/** Whether an address answers 200. */
export async function answers(url, init = {}) {
  const response = await fetch(url, {
    ...init,
    signal: AbortSignal.timeout(30_000),
  });
  // Reading it frees the connection.
  await response.arrayBuffer();
  return response.ok;
}

/** A token of the guest, as the sign-in page gets it. */
export async function guestToken(backendUrl) {
  const response = await fetch(`${backendUrl}/api/auth/guest/refresh`, {
    headers: { 'x-requested-with': 'XMLHttpRequest' },
    signal: AbortSignal.timeout(30_000),
  });
  if (!response.ok) {
    throw new Error(`The guest was refused: ${response.status}`);
  }
  const { backstageIdentity } = await response.json();
  return backstageIdentity.token;
}

/** Whether the catalog knows an entity, asked as the guest. */
export async function catalogHas(backendUrl, kind, name) {
  const token = await guestToken(backendUrl);
  return answers(
    `${backendUrl}/api/catalog/entities/by-name/${kind}/default/${name}`,
    { headers: { authorization: `Bearer ${token}` } },
  );
}
