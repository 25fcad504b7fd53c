/** First and last minor release whose source was compared with the model. */
const MODELLED: Readonly<Record<string, readonly [number, number]>> = {
  ingress: [2017, 3005],
  service: [2017, 3005],
  // Rules of routes are put in another order before.
  gateway: [3005, 3005],
};

/**
 * Whether the model is that of a release. It follows v3.5.0; for Ingresses and
 * Services the builders were compared with those of v2.17.1 line by line.
 */
export function isModelled(
  family: string,
  version: string | undefined,
): boolean {
  const match = /^v?(\d+)\.(\d+)\.\d+/.exec(version ?? '');
  const range = Object.hasOwn(MODELLED, family) ? MODELLED[family] : undefined;
  if (!match || !range) {
    return false;
  }
  const minor = Number(match[1]) * 1000 + Number(match[2]);
  return minor >= range[0] && minor <= range[1];
}
