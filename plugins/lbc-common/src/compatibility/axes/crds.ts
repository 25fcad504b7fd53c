import { provesAbsence } from '../../inventory/coverage';
import type { CustomResourceDefinitionObject } from '../../inventory/objects';
import { compareReleases } from '../../knowledge/compareReleases';
import type { Release, ReleaseCrd } from '../../knowledge/types';
import { Message, message } from '../../messages';
import { worstOf } from '../status';
import type { CompatibilityAxis, CompatibilityFinding } from '../types';
import { compareCrd } from './crdFields';
import { isGateOn } from './gates';
import type { AxisInput } from './input';
import {
  askPlatform,
  finding,
  makeAxis,
  notApplicable,
  notSeenOf,
  seen,
  unknownRelease,
} from './makeAxis';

const CRDS_COMMAND = {
  tool: 'kubectl' as const,
  purpose: message('command.crds'),
  text: "kubectl get customresourcedefinitions -o 'custom-columns=NAME:.metadata.name,SERVED:.spec.versions[?(@.served==true)].name,STORED:.status.storedVersions' | grep -E 'NAME|\\.k8s\\.aws '",
};

const MOST_FIELDS_NAMED = 5;

/** What is said of fields that differ. */
const FIELDS = [
  {
    kind: 'missing',
    code: 'crd-field-missing',
    status: 'warn',
    say: 'compatibility.crd-field-missing',
  },
  {
    kind: 'newer',
    code: 'crd-fields-newer',
    status: 'pass',
    say: 'compatibility.crd-fields-newer',
  },
  {
    kind: 'older',
    code: 'crd-fields-older',
    status: 'pass',
    say: 'compatibility.crd-fields-older',
  },
  {
    kind: 'unrecognised',
    code: 'crd-fields-unrecognised',
    status: 'warn',
    say: 'compatibility.crd-fields-unrecognised',
  },
] as const;

/** The cluster's CRDs against those of the release, field by field. */
export function crdsAxis(input: AxisInput): CompatibilityAxis {
  const { running, cluster, release } = input;
  const { customResourceDefinitions: kind } = cluster.kinds;
  if (running.kind === 'eks-auto-mode') {
    return notApplicable(
      'crds',
      message('compatibility.auto-mode-crds', { cluster: running.cluster }),
    );
  }
  const notSeen = notSeenOf(cluster, ['customResourceDefinitions']);
  if (!release) {
    return { ...unknownRelease('crds', input), notSeen };
  }
  const findings = release.crds.flatMap(crd => {
    const live = kind?.items.find(({ metadata }) => metadata.name === crd.name);
    if (live) {
      return installed({ input, release, crd, live });
    }
    return provesAbsence(kind)
      ? [missing(input, release, crd)]
      : [
          finding(
            'crd-not-seen',
            'unknown',
            message('compatibility.crd-not-seen', { crd: crd.name }),
          ),
        ];
  });
  const behind = findings.filter(
    ({ status }) => status === 'warn' || status === 'fail',
  ).length;
  return makeAxis({
    axis: 'crds',
    because: becauseOf(release, behind),
    findings,
    notSeen,
    observedAt: [kind?.observedAt],
  });
}

function becauseOf({ version, crds }: Release, behind: number) {
  return (status: ReturnType<typeof worstOf>): Message => {
    switch (status) {
      case 'pass':
        return message('compatibility.crds-fit', {
          version,
          count: crds.length,
        });
      case 'unknown':
        return message('compatibility.crds-unknown', { version });
      case 'not-applicable':
        return message('compatibility.crds-none', { version });
      default:
        return message(
          status === 'fail'
            ? 'compatibility.crds-fail'
            : 'compatibility.crds-behind',
          { version, behind },
        );
    }
  };
}

function apply(release: Release, crd: ReleaseCrd) {
  return {
    remedy: askPlatform(
      message(
        isOfGateways(crd)
          ? 'compatibility.do-apply-gateway-crds'
          : 'compatibility.do-apply-crds',
        { version: release.version, crd: crd.name },
      ),
    ),
    commands: [CRDS_COMMAND],
  };
}

function isOfGateways({ name }: ReleaseCrd): boolean {
  return name.endsWith('.gateway.k8s.aws');
}

/** Whether a release can't do without a CRD: undefined where it can't be told. */
function isNeeded(input: AxisInput, crd: ReleaseCrd): boolean | undefined {
  switch (crd.name) {
    case 'targetgroupbindings.elbv2.k8s.aws':
    case 'ingressclassparams.elbv2.k8s.aws':
      return true;
    case 'globalaccelerators.aga.k8s.aws':
      return isGateOn(input, 'AGAController', 'GlobalAcceleratorController');
    case 'albtargetcontrolconfigs.elbv2.k8s.aws':
      return isGateOn(input, 'ALBTargetControlAgent');
    default:
      // What the Gateway API lacks is said on its own axis.
      return isOfGateways(crd) ? false : undefined;
  }
}

function missing(
  input: AxisInput,
  release: Release,
  crd: ReleaseCrd,
): CompatibilityFinding {
  const params = { crd: crd.name, version: release.version };
  switch (isNeeded(input, crd)) {
    case true:
      return finding(
        'crd-missing',
        'fail',
        message('compatibility.crd-missing', params),
        apply(release, crd),
      );
    case false:
      return finding(
        'crd-missing-unneeded',
        'pass',
        message(
          isOfGateways(crd)
            ? 'compatibility.crd-missing-gateway'
            : 'compatibility.crd-missing-unneeded',
          params,
        ),
      );
    default:
      return finding(
        'crd-missing-maybe-needed',
        'unknown',
        message('compatibility.crd-missing-maybe-needed', params),
        apply(release, crd),
      );
  }
}

interface Installed {
  input: AxisInput;
  release: Release;
  crd: ReleaseCrd;
  live: CustomResourceDefinitionObject;
}

function installed(options: Installed): CompatibilityFinding[] {
  const { input, release, crd, live } = options;
  const observedAt = input.cluster.kinds.customResourceDefinitions?.observedAt;
  const compared = compareCrd({
    crd,
    live,
    standing: field => {
      const life = input.history.lifeOf(crd.name, field);
      if (!life) {
        return 'unrecognised';
      }
      return compareReleases(life.introducedIn, release.version) > 0
        ? 'newer'
        : 'older';
    },
  });
  const served = (live.spec?.versions ?? [])
    .filter(each => each.served !== false)
    .map(({ name }) => name);
  const evidence = [
    seen(
      message('evidence.crd', {
        crd: crd.name,
        served,
        stored: live.status?.storedVersions ?? [],
      }),
      observedAt,
    ),
  ];
  const base = { crd: crd.name, version: release.version };
  const findings: CompatibilityFinding[] = [];
  if (compared.notServed !== undefined) {
    findings.push(
      finding(
        'crd-version-not-served',
        isOfGateways(crd) ? 'warn' : 'fail',
        message('compatibility.crd-version-not-served', {
          ...base,
          apiVersion: compared.notServed,
          served,
        }),
        { evidence, ...apply(release, crd) },
      ),
    );
  }
  for (const { kind, code, status, say } of FIELDS) {
    for (const { apiVersion, fields } of compared[kind]) {
      findings.push(
        finding(
          code,
          status,
          message(say, {
            ...base,
            apiVersion,
            count: fields.length,
            fields: fields.slice(0, MOST_FIELDS_NAMED),
          }),
          { evidence, ...(kind === 'missing' && apply(release, crd)) },
        ),
      );
    }
  }
  if (compared.unreadable.length > 0) {
    findings.push(
      finding(
        'crd-schema-not-seen',
        'unknown',
        message('compatibility.crd-schema-not-seen', {
          crd: crd.name,
          versions: compared.unreadable,
        }),
        { evidence },
      ),
    );
  }
  if (compared.storedElsewhere.length > 0) {
    findings.push(
      finding(
        'crd-stored-version-unknown',
        'pass',
        message('compatibility.crd-stored-version-unknown', {
          ...base,
          stored: compared.storedElsewhere,
        }),
        { evidence },
      ),
    );
  }
  return findings.length > 0
    ? findings
    : [
        finding('crd-fits', 'pass', message('compatibility.crd-fits', base), {
          evidence,
        }),
      ];
}
