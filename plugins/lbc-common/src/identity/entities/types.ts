/** How an entity came to see a subject, strongest first (DESIGN §8). @public */
export const VIAS = [
  'annotation',
  'kubernetes',
  'backend',
  'tag',
  'relation',
] as const;

/** How an entity came to see a subject. @public */
export type Via = (typeof VIAS)[number];

/** A Kubernetes object, as far as matching entities needs it. @public */
export interface MatchingObject {
  kind: string;
  namespace: string;
  name: string;
  labels: Readonly<Record<string, string>>;
  annotations: Readonly<Record<string, string>>;
}

/** A Service that an owner routes to. @public */
export interface MatchingBackend extends MatchingObject {
  /** Host and path of the rules that lead to it, as `shop.example.com/api`. */
  routes?: readonly string[];
}

/** What of a subject can be matched with an entity. @public */
export interface MatchingFacts {
  /** The portal's name of its cluster, where a binding says. */
  cluster?: string;
  accountId?: string;
  region?: string;
  /** The load balancer's ARN. */
  arn?: string;
  dnsName?: string;
  /**
   * What `lbc/stack` names, without the cluster: `ingress/<namespace>/<name>`
   * for each member, `group/<name>`, `service/…`, `gateway/…`.
   */
  stacks: readonly string[];
  tags: Readonly<Record<string, string>>;
  owners: readonly MatchingObject[];
  /** Services that the owners route to. */
  backends: readonly MatchingBackend[];
}
