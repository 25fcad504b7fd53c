/** How much of everything a fleet has. */
export interface SizeNumbers {
  loadBalancers: number;
  targetGroups: number;
  clusters: number;
  scopes: number;
  pods: number;
}

/** The sizes of generated fleets. */
export const SIZES = ['S', 'M', 'L', 'XL', 'scope'] as const;

/** The size of a generated fleet; `scope` is one AWS scope that is full. */
export type Size = (typeof SIZES)[number];

export const SIZE_NUMBERS: Record<Size, SizeNumbers> = {
  S: size(10, 30, 1, 1),
  M: size(50, 300, 3, 1),
  L: size(200, 1000, 10, 1),
  XL: size(1000, 5000, 30, 3),
  scope: size(1000, 5000, 10, 1),
};

function size(
  loadBalancers: number,
  targetGroups: number,
  clusters: number,
  scopes: number,
): SizeNumbers {
  const pods = targetGroups * 5;
  return { loadBalancers, targetGroups, clusters, scopes, pods };
}
