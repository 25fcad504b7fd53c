export * from './types';
export { estimateCost } from './estimate';
export type { BilledLoadBalancer } from './estimate';
export { DEFAULT_PRICES, withPrices } from './prices';
