/** Something that fits or does not, and the entity that sees it. */
export interface FitCase {
  /** What is fit to be read; also the world and the cluster. */
  name: string;
  entity: { kind: 'component' | 'resource'; name: string };
  /** Until the API says so, nothing is looked at. */
  until: { axis: string; status: string };
  /** The verdict's word on the page. */
  word: string;
  /** What the page says. */
  says: RegExp[];
}

const component = (name: string): FitCase['entity'] => ({
  kind: 'component',
  name: `fit-${name}`,
});

export const FITS: FitCase[] = [
  {
    name: 'compatible',
    entity: component('compatible'),
    until: { axis: 'iam', status: 'pass' },
    word: 'compatible',
    says: [
      /runs v3\.5\.0, the newest release known, and fits all that it depends on/,
      /Kubernetes 1\.34/,
      /alb\.ingress\.kubernetes\.io\/scheme\s+v?1\.\d+\.\d+\s+reads it/,
    ],
  },
  {
    name: 'too-old',
    entity: component('too-old'),
    until: { axis: 'kubernetes', status: 'fail' },
    word: 'not compatible',
    says: [
      /runs v2\.2\.4 and does not fit: .*Kubernetes/,
      /Kubernetes 1\.34 is too new for v2\.2\.4/,
      /\d+ releases, since 20\d\d-\d\d-\d\d: v3\.5\.0 is the newest/,
    ],
  },
  {
    name: 'crds-behind',
    entity: component('crds-behind'),
    until: { axis: 'crds', status: 'warn' },
    word: 'needs a look',
    says: [
      /The CRDs are behind v3\.5\.0/,
      /Apply (gateway-)?crds\.yaml of v3\.5\.0/,
    ],
  },
  {
    name: 'iam-short',
    entity: component('iam-short'),
    until: { axis: 'iam', status: 'fail' },
    word: 'not compatible',
    says: [
      /lacks one action that every controller of release v3\.5\.0 needs: elasticloadbalancing:DescribeListenerAttributes/,
      /Platform: Add this to the statements of a policy/,
    ],
  },
  {
    name: 'unknown-version',
    entity: component('digest'),
    until: { axis: 'controller', status: 'unknown' },
    word: 'unknown',
    says: [
      /Which release runs is not known\./,
      /only a digest names its image/,
      /Name the image by its release’s tag/,
    ],
  },
  {
    name: 'auto-mode',
    entity: { kind: 'resource', name: 'auto-mode' },
    until: { axis: 'claims', status: 'pass' },
    word: 'compatible',
    says: [
      /EKS Auto Mode serves load balancers in auto-mode/,
      /there is no version to show, and nothing to upgrade/,
    ],
  },
  {
    name: 'two-controllers',
    entity: component('twice'),
    until: { axis: 'claims', status: 'fail' },
    word: 'not compatible',
    says: [
      /2 controllers are known here/,
      /Two controllers run in twice: /,
      /Keep one controller a cluster/,
    ],
  },
];
