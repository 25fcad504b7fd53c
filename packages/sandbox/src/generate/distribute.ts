import { Random } from './random';

/** Options of {@link distribute}. */
export interface DistributeOptions {
  total: number;
  /** What each gets at least, and at most. */
  least: number[];
  most: number[];
  random: Random;
}

/** Shares a total out at random, exactly. */
export function distribute(options: DistributeOptions): number[] {
  const { total, least, most, random } = options;
  const shares = [...least];
  let rest = total - shares.reduce((sum, share) => sum + share, 0);
  if (rest < 0) {
    throw new Error(`${total} is less than the least that everyone gets`);
  }
  let open = shares.map((_, index) => index);
  while (rest > 0) {
    open = open.filter(index => shares[index] < most[index]);
    if (open.length === 0) {
      throw new Error(`${total} is more than the most that everyone gets`);
    }
    // A full round at a time would make all equal; half of the open ones makes
    // some much larger than others, as fleets are.
    for (const index of open) {
      if (rest > 0 && shares[index] < most[index] && random.chance(0.5)) {
        shares[index] += 1;
        rest -= 1;
      }
    }
  }
  return shares;
}
