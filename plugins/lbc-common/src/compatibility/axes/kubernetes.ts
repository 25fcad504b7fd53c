import { compareReleases } from '../../knowledge/compareReleases';
import { Message, message } from '../../messages';
import { kubernetesRight, rbacRuleLine } from '../../rights';
import { fitOf } from '../kubernetesFit';
import { compareMinors, minorOf } from '../kubernetesVersion';
import type { CompatibilityAxis, CompatibilityFinding } from '../types';
import { eksFindings } from './eksSupport';
import type { AxisInput } from './input';
import {
  askPlatform,
  finding,
  makeAxis,
  notApplicable,
  seen,
  unknownRelease,
} from './makeAxis';

/** Reading `/version` needs a rule of its own. */
const VERSION_RULE = rbacRuleLine(kubernetesRight('version'));

/**
 * The cluster's version against the range that upstream documents, and the
 * APIs that Kubernetes removed. No release after 2.3.1 has an upper end.
 */
export function kubernetesAxis(input: AxisInput): CompatibilityAxis {
  const { running, cluster, release } = input;
  const observedAt = [running.observedAt];
  if (running.kind === 'eks-auto-mode') {
    return notApplicable(
      'kubernetes',
      message('compatibility.auto-mode', { cluster: running.cluster }),
    );
  }
  const minor = minorOf(cluster.version);
  if (minor === undefined) {
    const because = message('compatibility.kubernetes-not-seen', {
      cluster: cluster.cluster,
    });
    return makeAxis({
      axis: 'kubernetes',
      because: () => because,
      findings: [finding('kubernetes-not-seen', 'unknown', because)],
      notSeen: [{ message: because, rbacRule: VERSION_RULE }],
      observedAt,
    });
  }
  if (!release) {
    return unknownRelease('kubernetes', input);
  }
  const range = rangeFinding({ release, minor, input });
  const stops = hardStops({ release, minor, input });
  const worst = [...stops, range].find(({ status }) => status === 'fail');
  return makeAxis({
    axis: 'kubernetes',
    because: () => (worst ?? range).message,
    findings: [
      range,
      ...stops,
      ...endpointsFinding({ release, minor, input }),
      ...eksFindings(input),
    ],
    observedAt,
  });
}

interface Judged {
  release: NonNullable<AxisInput['release']>;
  minor: string;
  input: AxisInput;
}

function evidenceOf({ release, input }: Judged) {
  const { min, max, source } = release.kubernetes;
  return [
    seen(
      message('evidence.kubernetes-version', {
        cluster: input.cluster.cluster,
        gitVersion: input.cluster.version ?? '',
      }),
      input.running.observedAt,
    ),
    {
      message:
        max === undefined
          ? message('evidence.kubernetes-range-open', { min, source })
          : message('evidence.kubernetes-range', { min, max, source }),
      source: 'configuration' as const,
      role: 'supports' as const,
    },
    {
      message: message('evidence.client-library', {
        version: release.version,
        clientGo: release.clientGo,
      }),
      source: 'configuration' as const,
      role: 'context' as const,
    },
  ];
}

function rangeFinding(judged: Judged): CompatibilityFinding {
  const { release, minor } = judged;
  const { version, kubernetes } = release;
  const { min, max = '' } = kubernetes;
  const more = { evidence: evidenceOf(judged) };
  switch (fitOf(kubernetes, minor)) {
    case 'too-old':
      return finding(
        'kubernetes-too-old',
        'fail',
        message('compatibility.kubernetes-too-old', { version, min, minor }),
        {
          ...more,
          remedy: askPlatform(message('compatibility.do-upgrade-kubernetes')),
        },
      );
    case 'too-new':
      return finding(
        'kubernetes-too-new',
        'fail',
        message('compatibility.kubernetes-too-new', { version, max, minor }),
        {
          ...more,
          remedy: askPlatform(message('compatibility.do-upgrade-controller')),
        },
      );
    case 'documented':
      return finding(
        'kubernetes-documented',
        'pass',
        message('compatibility.kubernetes-documented', {
          version,
          min,
          max,
          minor,
        }),
        more,
      );
    default:
      return finding(
        'kubernetes-upper-end-untested',
        'pass',
        message('compatibility.kubernetes-upper-end-untested', {
          version,
          min,
          minor,
        }),
        more,
      );
  }
}

/** APIs that a release calls and the cluster no longer serves. */
function hardStops(judged: Judged): CompatibilityFinding[] {
  const { release, minor, input } = judged;
  const { version } = release;
  const isUpTo = (last: string) => compareReleases(version, last) <= 0;
  const isFrom = (first: string) => compareMinors(minor, first) >= 0;
  const stop = (said: Message) => [
    finding('kubernetes-api-removed', 'fail', said, {
      evidence: evidenceOf(judged),
      remedy: askPlatform(message('compatibility.do-upgrade-controller')),
    }),
  ];
  return [
    ...(isUpTo('v2.3.1') && isFrom('1.22')
      ? stop(
          message('compatibility.api-removed', {
            version,
            api: 'networking.k8s.io/v1beta1 Ingress',
            since: '1.22',
          }),
        )
      : []),
    ...(compareReleases(version, 'v2.4.0') >= 0 &&
    isUpTo('v2.4.6') &&
    isFrom('1.25') &&
    isOn(input.running.flags['enable-endpoint-slices'])
      ? stop(
          message('compatibility.api-removed-by-flag', {
            version,
            flag: '--enable-endpoint-slices',
            api: 'discovery.k8s.io/v1beta1 EndpointSlice',
            since: '1.25',
          }),
        )
      : []),
  ];
}

/** Since 1.33 the API of Endpoints is deprecated: it works, with warnings in the log. */
function endpointsFinding({
  release,
  minor,
  input,
}: Judged): CompatibilityFinding[] {
  const usesEndpoints =
    compareReleases(release.version, 'v2.14.0') < 0 &&
    !isOn(input.running.flags['enable-endpoint-slices']);
  return usesEndpoints && compareMinors(minor, '1.33') >= 0
    ? [
        finding(
          'endpoints-deprecated',
          'pass',
          message('compatibility.endpoints-deprecated', {
            version: release.version,
          }),
        ),
      ]
    : [];
}

function isOn(flag: string | undefined): boolean {
  return /^(1|t|true)$/i.test(flag ?? '');
}
