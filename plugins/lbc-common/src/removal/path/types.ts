import { Message } from '../../messages';

/** What must be so before the controller may go. @public */
export const REMOVAL_GATES = [
  'controller',
  'ingresses',
  'services',
  'gateways',
  'global-accelerators',
  'target-bindings',
  'terminating',
  'failing',
  'load-balancers',
  'target-groups',
  'security-groups',
  'readiness-gates',
] as const;

/** What must be so before the controller may go. @public */
export type RemovalGateId = (typeof REMOVAL_GATES)[number];

/** A command for a person; the product runs none. @public */
export interface RemovalCommand {
  tool: 'aws' | 'kubectl' | 'helm';
  /** What it shows, or what it does. */
  purpose: Message;
  /** Quoted for a POSIX shell. */
  text: string;
}

/** One thing that must be zero. What could not be counted is `unknown`. @public */
export interface RemovalGate {
  id: RemovalGateId;
  status: 'met' | 'open' | 'unknown';
  /** Whether the controller has to wait for it. */
  decides: boolean;
  because: Message;
  /** How many; absent where nobody counted. Where not all was read, there are at least so many. */
  count?: number;
  /** The first of them, as in `Ingress shop/web`, or an ARN or ID. */
  items: string[];
  /** What was not seen, and what would let the portal see it. */
  notSeen: Message[];
  /** They count it anew, and only read. */
  commands: RemovalCommand[];
  /** When its oldest input was read (ISO 8601). */
  observedAt?: string;
}

/** Steps of a removal, in their order. @public */
export type RemovalStepId =
  | 'start-controller'
  | 'unblock'
  | 'move-traffic'
  | 'owners'
  | 'wait'
  | 'target-bindings'
  | 'classes'
  | 'controller'
  | 'crds'
  | 'iam';

/** One step of a person. @public */
export interface RemovalStep {
  id: RemovalStepId;
  message: Message;
  /** The first of what it is about. */
  items: string[];
  /** Gates that must be met before; while one is not, no command is shown. */
  waitsFor: RemovalGateId[];
  /** They only read. */
  checks: RemovalCommand[];
  /** They change something. */
  commands: RemovalCommand[];
}

/** What a removal of the controller leaves behind, unless a person takes it along. @public */
export interface RemovalLeftover {
  kind:
    | 'backend-security-group'
    | 'iam-role'
    | 'iam-policy'
    | 'oidc-trust'
    | 'pod-identity'
    | 'crd'
    | 'webhook-configuration';
  /** ARN, ID or name; empty where it is not known which. */
  id: string;
  status: 'there' | 'gone' | 'unknown';
  /** The proof: what was seen of it, or why it is not known. */
  because: Message;
  /** Why it is to be left alone, or looked at first. */
  blockers: Message[];
  waitsFor: RemovalGateId[];
  checks: RemovalCommand[];
  commands: RemovalCommand[];
}

/** What would go on costing, a month. @public */
export interface RemovalCost {
  currency: 'USD';
  /** Load balancers that are counted. */
  loadBalancers: number;
  sure: 'at-least' | 'unknown';
  monthly?: number;
  unknown: Message[];
  source: string;
  date: string;
}

/** A source that tells when something is gone. @public */
export interface RemovalSource {
  /** `cluster:<name>` or `scope:<account>/<region>`. */
  target: string;
  /** When it was read last (ISO 8601). */
  observedAt?: string;
  /** When it is read next, as planned (ISO 8601). */
  nextAt?: string;
}

/** The way to remove a controller, step by step. @public */
export interface RemovalPath {
  /** `ready`: every gate that decides is met. */
  verdict: 'ready' | 'not-yet' | 'unknown';
  because: Message;
  gates: RemovalGate[];
  steps: RemovalStep[];
  /** How to see that AWS is really empty. */
  waiting: {
    message: Message;
    sources: RemovalSource[];
    commands: RemovalCommand[];
  };
  leftovers: RemovalLeftover[];
  cost: RemovalCost;
}
