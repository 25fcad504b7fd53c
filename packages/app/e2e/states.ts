/** The life of checkout's load balancer, as the world ingress-alb tells it. */
export interface Chapter {
  /** The world's step. */
  step: string;
  /** The state in the API. */
  state: string;
  /** The state's word on the page. */
  word: string;
  /** What the page says, evidence included. */
  says: RegExp[];
}

export const LOAD_BALANCER = 'k8s-shop-web-5c8ac0cc82';

export const CHAPTERS: Chapter[] = [
  {
    step: '01-in-service',
    state: 'in-service',
    word: 'in service',
    says: [/shop\/web is served/, /4 of 4 targets/],
  },
  {
    step: '02-controller-gone',
    state: 'unattended',
    word: 'unattended',
    says: [/nobody looks after it/, /0 replicas|no replica/i],
  },
  {
    step: '03-deleted-no-controller',
    state: 'stuck-deleting',
    word: 'stuck deleting',
    says: [
      /blocked by 2 things/,
      /No controller runs that would remove the finalizer/,
      /webhook .*vingress\.elbv2\.k8s\.aws.* has no endpoint/,
    ],
  },
  {
    step: '04-finalizer-removed',
    state: 'orphaned',
    word: 'orphaned',
    says: [/Nobody owns .*k8s-shop-web-5c8ac0cc82.* any more/],
  },
];
