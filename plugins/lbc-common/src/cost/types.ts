import { Message } from '../messages';

/** Prices of one Region, in USD an hour; what is absent is not known. @public */
export interface RegionPrices {
  /** An Application Load Balancer. */
  application?: number;
  /** A Network Load Balancer. */
  network?: number;
  /** A Gateway Load Balancer. */
  gateway?: number;
  /** A public IPv4 address; absent: what the list says for all Regions. */
  publicIpv4?: number;
}

/** What AWS asks for, with where and when that was written down. @public */
export interface PriceList {
  currency: 'USD';
  /** When it was true, as in `2026-11-01`. */
  date: string;
  /** Where it comes from. */
  source: string;
  /** A public IPv4 address, in every Region that has no price of its own. */
  publicIpv4?: number;
  regions: Readonly<Record<string, RegionPrices>>;
}

/** One line of a bill. @public */
export interface CostPart {
  message: Message;
  /** USD a month; absent where no price is known. */
  monthly?: number;
}

/** What something costs a month, and how sure that is. @public */
export interface CostEstimate {
  currency: 'USD';
  /**
   * `at-least`: what is certain; usage comes on top. `unknown`: not even the
   * hours are known.
   */
  sure: 'at-least' | 'unknown';
  /** USD a month, to the cent; absent where unknown. */
  monthly?: number;
  parts: CostPart[];
  /** What is not in it. */
  unknown: Message[];
  /** Of the price list. */
  source: string;
  date: string;
}
