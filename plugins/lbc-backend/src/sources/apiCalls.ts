/** One call to an upstream API and how it ended. */
export interface ApiCall {
  /** Such as `GET ingresses.networking.k8s.io` or `DescribeLoadBalancers`. */
  operation: string;
  outcome: 'ok' | 'throttled' | 'denied' | 'failed';
}

/** Hears of every call, for metrics. */
export type ApiCallListener = (call: ApiCall) => void;
