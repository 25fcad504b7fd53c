import { message } from '../../messages';
import { parseGates } from '../running';
import type { CompatibilityAxis, CompatibilityFinding } from '../types';
import { versionFinding } from './controllerVersion';
import type { AxisInput } from './input';
import {
  askPlatform,
  finding,
  makeAxis,
  nameOf,
  notApplicable,
  notSeenOf,
  seen,
} from './makeAxis';

/** Which version runs, how sure that is, and what is known to be wrong with it. */
export function controllerAxis(input: AxisInput): CompatibilityAxis {
  const { running, cluster } = input;
  if (running.kind === 'eks-auto-mode') {
    return notApplicable(
      'controller',
      message('compatibility.auto-mode', { cluster: running.cluster }),
    );
  }
  const version = running.version ?? '';
  return makeAxis({
    axis: 'controller',
    because: status => {
      switch (status) {
        case 'pass':
          return message('compatibility.controller-known', {
            ...nameOf(running),
            version,
          });
        case 'unknown':
          return message('compatibility.controller-unknown', nameOf(running));
        default:
          return message('compatibility.controller-needs-a-look', {
            ...nameOf(running),
            version,
          });
      }
    },
    findings: [
      versionFinding(input),
      ...rolloutFindings(input),
      ...labelFindings(input),
      ...gateFindings(input),
      ...issueFindings(input),
    ],
    notSeen: notSeenOf(cluster, ['deployments', 'pods']),
    observedAt: [running.observedAt, cluster.kinds.pods?.observedAt],
  });
}

function rolloutFindings({
  running,
  cluster,
}: AxisInput): CompatibilityFinding[] {
  const { replicas, rollout, versions } = running;
  const findings: CompatibilityFinding[] = [];
  const said = versions.map(({ version, image }) => version ?? image ?? '');
  const distinct = [...new Set(said)];
  if (distinct.length > 1) {
    findings.push(
      finding(
        'two-versions',
        rollout === 'stuck' ? 'fail' : 'warn',
        message(
          rollout === 'stuck'
            ? 'compatibility.two-versions-stuck'
            : 'compatibility.two-versions',
          { ...nameOf(running), versions: distinct },
        ),
        {
          evidence: versions.map(({ image, pods }) =>
            seen(
              message('evidence.controller-image', {
                image: image ?? '',
                pods: pods ?? 0,
              }),
              cluster.kinds.pods?.observedAt,
            ),
          ),
        },
      ),
    );
  } else if (rollout === 'stuck') {
    findings.push(
      finding(
        'rollout-stuck',
        'fail',
        message('compatibility.rollout-stuck', nameOf(running)),
      ),
    );
  }
  if (replicas?.wanted === 0) {
    findings.push(
      finding(
        'no-replicas',
        'warn',
        message('compatibility.no-replicas', {
          ...nameOf(running),
          version: running.version ?? said[0] ?? '',
        }),
        { remedy: askPlatform(message('compatibility.do-scale-up')) },
      ),
    );
  } else if (replicas && replicas.ready === 0 && rollout !== 'stuck') {
    findings.push(
      finding(
        'no-replica-ready',
        'warn',
        message('compatibility.no-replica-ready', {
          ...nameOf(running),
          wanted: replicas.wanted,
        }),
      ),
    );
  }
  return findings;
}

/** An image that was changed alone has the RBAC and webhooks of another release. */
function labelFindings(input: AxisInput): CompatibilityFinding[] {
  const { running, knowledge } = input;
  const { chart, version } = running;
  const byImage = running.versions.some(
    each => each.version === version && each.from === 'image-tag',
  );
  if (!chart || version === undefined || !byImage) {
    return [];
  }
  const release = knowledge.releases.find(({ charts }) =>
    charts.includes(chart.version),
  )?.version;
  const label = release ?? chart.appVersion;
  return label !== undefined && withV(label) !== version
    ? [
        finding(
          'image-differs-from-chart',
          'warn',
          message('compatibility.image-differs-from-chart', {
            version,
            chart: chart.version,
            label: withV(label),
          }),
          { remedy: askPlatform(message('compatibility.do-upgrade-by-chart')) },
        ),
      ]
    : [];
}

function withV(version: string): string {
  return version.startsWith('v') ? version : `v${version}`;
}

function gateFindings({ running, release }: AxisInput): CompatibilityFinding[] {
  const { settings, malformed } = parseGates(running.flags['feature-gates']);
  const gates = release?.gates;
  const unknown = gates
    ? Object.keys(settings).filter(name => gates[name] === undefined)
    : [];
  return [
    ...unknown.map(gate =>
      finding(
        'gate-unknown',
        'fail',
        message('compatibility.gate-unknown', {
          gate,
          version: release?.version ?? '',
        }),
        {
          remedy: askPlatform(
            message('compatibility.do-remove-gate', { gate }),
          ),
        },
      ),
    ),
    ...malformed.map(text =>
      finding(
        'gate-malformed',
        'fail',
        message('compatibility.gate-malformed', { text }),
      ),
    ),
  ];
}

function issueFindings({ release }: AxisInput): CompatibilityFinding[] {
  return (release?.knownIssues ?? []).map(
    ({ issue, text, condition, fixedIn }) =>
      finding(
        'known-issue',
        'warn',
        condition === undefined
          ? message('compatibility.known-issue', {
              version: release?.version ?? '',
              issue,
              text,
            })
          : message('compatibility.known-issue-if', {
              version: release?.version ?? '',
              issue,
              text,
              condition,
            }),
        fixedIn === undefined
          ? {}
          : {
              remedy: askPlatform(
                message('compatibility.do-go-to', { version: fixedIn }),
              ),
            },
      ),
  );
}
