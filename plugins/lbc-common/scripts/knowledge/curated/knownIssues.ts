import { compareReleases } from '../../../src/knowledge/compareReleases';
import type { KnownIssue } from '../../../src/knowledge/types';

/** First and last release that have it. */
type Affected = KnownIssue & { from: string; to: string };

const REPO = 'kubernetes-sigs/aws-load-balancer-controller';

function issue(
  numbers: readonly [number, ...number[]],
  affected: Omit<Affected, 'issue' | 'sources'> & { also?: string[] },
): Affected {
  const { also = [], ...rest } = affected;
  return {
    issue: `#${numbers[0]}`,
    ...rest,
    sources: [...numbers.map(number => `${REPO}#${number}`), ...also],
  };
}

/** Defects that are reason enough to go to another release, by hand. */
const KNOWN: readonly Affected[] = [
  issue([1650], {
    from: 'v2.0.0',
    to: 'v2.0.0',
    text: 'Coming from ALB Ingress Controller v1, load balancers could be down for a while.',
    condition: 'Coming from ALB Ingress Controller v1',
    fixedIn: 'v2.0.1',
  }),
  issue([2731, 2750], {
    from: 'v2.4.0',
    to: 'v2.4.2',
    text: 'ALBs could be made anew when the chart went from 1.3.x to 1.4.0–1.4.2 or parameters of an IngressClass changed: a member of an IngressGroup whose class is missing counted as gone.',
    fixedIn: 'v2.4.3',
  }),
  issue([3071], {
    from: 'v2.4.0',
    to: 'v2.4.6',
    text: 'It crashes, for it reads EndpointSlices as discovery.k8s.io/v1beta1, which Kubernetes 1.25 took away.',
    condition: 'Kubernetes 1.25 or newer, with --enable-endpoint-slices=true',
    fixedIn: 'v2.4.7',
  }),
  issue([3158], {
    from: 'v2.5.0',
    to: 'v2.5.0',
    text: 'Its webhook panics on an Ingress rule without HTTP paths, so that such an Ingress can’t be changed.',
    condition: 'Ingress rules without http.paths',
    fixedIn: 'v2.5.1',
    also: ['commit e17eda2be (#3159)'],
  }),
  issue([4181, 4183], {
    from: 'v2.13.0',
    to: 'v2.13.1',
    text: 'It misjudges which listeners are TLS.',
    fixedIn: 'v2.13.2',
    also: ['aws/eks-charts PR #1218'],
  }),
  issue([4303], {
    from: 'v2.13.4',
    to: 'v2.13.4',
    text: 'It crashes, for neither its manifests nor its chart brought the CRD ListenerRuleConfiguration.',
    condition: 'A Gateway gate is on, and the CRD was not applied by hand',
    fixedIn: 'v2.14.0',
    also: ['aws/eks-charts PR #1235'],
  }),
  issue([4435], {
    from: 'v2.14.1',
    to: 'v2.14.1',
    text: 'The gate AGAController is on although the Global Accelerator controller was not ready.',
    condition: 'The gate AGAController is not set to false',
    fixedIn: 'v2.15.0',
    also: ['commit aa19e8c0b (#4435)'],
  }),
  issue([4581, 4572, 4605], {
    from: 'v3.0.0',
    to: 'v3.0.0',
    text: 'Its chart has no keepTLSSecret: each helm upgrade makes a new certificate and CA for the webhooks, which fail until the Pods have read them; with Argo CD they never agree.',
    condition:
      'The chart makes the certificates: neither cert-manager nor webhookTLS',
    fixedIn: 'v3.1.0',
  }),
  issue([4684], {
    from: 'v3.2.0',
    to: 'v3.2.1',
    text: 'It crashes where the CRD ListenerSet is missing.',
    condition:
      'CRDs of the Gateway API are in the cluster, and the gates are not off',
    fixedIn: 'v3.2.2',
  }),
  issue([4712], {
    from: 'v3.2.0',
    to: 'v3.2.2',
    text: 'It crashes where CRDs of the Gateway API are in the cluster and the controller’s own, of gateway.k8s.aws, are not.',
    condition:
      'CRDs of the Gateway API are in the cluster, and the gates are not off',
    fixedIn: 'v3.3.0',
  }),
];

/** The known issues of a release. */
export function knownIssuesOf(version: string): KnownIssue[] {
  return KNOWN.filter(
    ({ from, to }) =>
      compareReleases(from, version) <= 0 && compareReleases(version, to) <= 0,
  ).map(({ from: _, to: __, ...known }) => known);
}
