const VERSION = /^v?(\d+)\.(\d+)/;

/** `1.34` of `v1.34.4-eks-3025e55`; undefined where it says none. */
export function minorOf(gitVersion: string | undefined): string | undefined {
  const match = VERSION.exec(gitVersion ?? '');
  return match ? `${match[1]}.${match[2]}` : undefined;
}

/** Orders minor versions of Kubernetes, such as `1.9` before `1.22`. */
export function compareMinors(a: string, b: string): number {
  const [left, right] = [a, b].map(each => each.split('.').map(Number));
  return left[0] - right[0] || left[1] - right[1];
}
