import { accountOf } from './worlds';

/** Something in one state, and the component that sees it. */
export interface Case {
  /** The component's name in the catalog. */
  component: string;
  world: string;
  annotations: Record<string, string>;
  /** The state in the API. */
  state: string;
  /** The state's word on the page. */
  word: string;
  /** Its state while the world stands at its beginning. */
  before?: string;
  /** Whether somebody has to read its stack first. */
  read?: boolean;
  /** What the page says: the reason, and what was seen. */
  says: RegExp[];
  /** Facets, by their terms. */
  facets: Record<string, unknown>;
}

const stack = (name: string) => ({ 'lbc/stack': name });

const arn = (world: string, name: string) => ({
  'aws.amazon.com/arn': `arn:aws:elasticloadbalancing:eu-west-1:${accountOf(
    world,
  )}:loadbalancer/${name}`,
});

function of(
  state: string,
  place: Pick<Case, 'world' | 'annotations' | 'before' | 'read'>,
  page: Pick<Case, 'says' | 'facets'>,
): Case {
  return {
    component: `case-${state}`,
    state,
    word: state.replace('-', ' '),
    ...place,
    ...page,
  };
}

/** What the facets of a load balancer without trouble say. */
const WELL = {
  'Attended by': 'the controller',
  Changes: 'accepted',
  Drift: 'not examined',
  'Last success': expect.stringMatching(/ago/),
};

/** What is there when the worlds begin. */
export const AT_FIRST: Case[] = [
  of(
    'provisioning',
    { world: 'degraded', annotations: stack('degraded/ingress/shop/web') },
    {
      says: [
        /AWS is still setting up k8s-shop-web-5c8ac0cc82/,
        /Not served: AWS says that the load balancer is provisioning/,
      ],
      facets: { ...WELL, Serving: 'no' },
    },
  ),
  of(
    'in-service',
    { world: 'shared', annotations: stack('shared/group/edge') },
    {
      says: [
        /2 owners of edge are served/,
        /2 of 2 replicas ready\. Kubernetes · /,
        /Lease renewed at /,
      ],
      facets: WELL,
    },
  ),
  of(
    'foreign',
    {
      world: 'foreign',
      annotations: arn('foreign', 'app/corp-website/0717b304e587fccd'),
    },
    {
      says: [
        /made by hand or by another tool/,
        /None of its tags is a controller’s\. AWS · /,
      ],
      facets: {
        'Attended by': 'unknown',
        Changes: 'unknown',
        Drift: 'not examined',
        'Last success': 'not seen',
      },
    },
  ),
  of(
    'unknown',
    {
      world: 'foreign',
      annotations: arn(
        'foreign',
        'app/k8s-shop-web-0a1b2c3d4e/08b870c6cd461dfc',
      ),
    },
    { says: [/What would decide/i], facets: { 'Attended by': 'unknown' } },
  ),
  of(
    'failing',
    { world: 'failing', annotations: stack('failing/ingress/shop/badcert') },
    {
      says: [
        /The controller tries to reconcile Ingress shop\/badcert and fails/,
        /CertificateNotFound/,
        /Known patterns\s+There is no certificate for HTTPS/,
      ],
      facets: {
        'Attended by': 'the controller',
        Changes: 'accepted',
        'Last success': 'not seen',
        'Last change': expect.stringMatching(/not applied yet .* failures/),
      },
    },
  ),
  of(
    'deleting',
    { world: 'failing', annotations: stack('failing/ingress/shop/web') },
    {
      says: [
        /nothing blocks it: the controller deletes next/,
        /has a deletion timestamp .* and the finalizer ingress\.k8s\.aws\/resources/,
      ],
      facets: WELL,
    },
  ),
  of(
    'drifted',
    {
      world: 'drifted',
      annotations: stack('drifted/ingress/shop/web'),
      before: 'in-service',
      read: true,
    },
    {
      says: [
        /1 of \d+ facts that were compared/,
        /idle_timeout\.timeout_seconds/,
      ],
      facets: { ...WELL, Drift: 'found' },
    },
  ),
];

/** What comes of it. */
export const THEREAFTER: Case[] = [
  of(
    'stuck-deleting',
    {
      world: 'protected',
      annotations: stack('protected/ingress/shop/web'),
      before: 'in-service',
    },
    {
      says: [
        /The deletion of Ingress shop\/web is blocked by one thing/,
        /Stands in the way\s+Deletion protection is asked for/,
        /Known patterns\s+Deletion protection forbids the deletion/,
      ],
      facets: { 'Attended by': 'the controller', Changes: 'accepted' },
    },
  ),
  of(
    'stranded',
    {
      world: 'stranded',
      annotations: stack('stranded/ingress/shop/web'),
      before: 'in-service',
    },
    {
      says: [/Not served: k8s-shop-web-\S+ does not exist any more/],
      facets: { Serving: 'no', 'Attended by': 'nobody' },
    },
  ),
  of(
    'superseded',
    {
      world: 'renamed',
      annotations: arn(
        'renamed',
        'app/k8s-shop-web-5c8ac0cc82/752b4c02f630fdc9',
      ),
      before: 'in-service',
    },
    { says: [], facets: { 'Attended by': 'nobody' } },
  ),
  of(
    'orphaned',
    {
      world: 'orphaned',
      annotations: stack('orphaned/ingress/shop/web'),
      before: 'in-service',
    },
    {
      says: [/Nobody owns .*k8s-shop-web-5c8ac0cc82.* any more/, /witnessed/],
      facets: { 'Attended by': 'nobody' },
    },
  ),
  of(
    'unserved',
    {
      world: 'unattended',
      annotations: stack('unattended/ingress/shop/late'),
    },
    {
      says: [/Not served: there is no load balancer/],
      facets: { Serving: 'no', 'Attended by': 'nobody' },
    },
  ),
  of(
    'unattended',
    {
      world: 'unattended',
      annotations: stack('unattended/ingress/shop/web'),
      before: 'in-service',
    },
    {
      says: [/nobody looks after it/, /0 replicas|no replica/i],
      facets: { 'Attended by': 'nobody', Changes: 'refused' },
    },
  ),
  of(
    'degraded',
    { world: 'degraded', annotations: stack('degraded/ingress/shop/web') },
    { says: [/healthy/], facets: { ...WELL, Serving: 'yes' } },
  ),
];
