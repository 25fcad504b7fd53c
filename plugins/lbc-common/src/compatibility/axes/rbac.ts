import { shellQuote } from '../../inventory/shellQuote';
import { provesAbsence } from '../../inventory/coverage';
import type { Release, ReleaseRbacRule } from '../../knowledge/types';
import { message } from '../../messages';
import type { CompatibilityAxis, CompatibilityFinding } from '../types';
import type { AxisInput } from './input';
import {
  askPlatform,
  finding,
  makeAxis,
  notApplicable,
  notSeenOf,
  unknownRelease,
} from './makeAxis';
import { allows, Granted, grantedTo } from './rbacRules';

const KINDS = [
  'clusterRoles',
  'clusterRoleBindings',
  'roles',
  'roleBindings',
] as const;

/** Groups that only CRDs bring. */
const CUSTOM_GROUPS = [
  'gateway.networking.k8s.io',
  'gateway.k8s.aws',
  'aga.k8s.aws',
  'elbv2.k8s.aws',
];

/** What the controller's service account may do, against what its release asks for. */
export function rbacAxis(input: AxisInput): CompatibilityAxis {
  const { running, cluster, release } = input;
  if (running.kind === 'eks-auto-mode') {
    return notApplicable(
      'rbac',
      message('compatibility.auto-mode', { cluster: running.cluster }),
    );
  }
  const notSeen = notSeenOf(cluster, KINDS);
  if (!release) {
    return { ...unknownRelease('rbac', input), notSeen };
  }
  const channel = channelOf(input, release);
  const asked = release.rbac.filter(rule => rule.channel === channel);
  if (asked.length === 0) {
    const because = message('compatibility.rbac-not-known', {
      version: release.version,
    });
    return makeAxis({
      axis: 'rbac',
      because: () => because,
      findings: [finding('rbac-not-known', 'unknown', because)],
      notSeen,
    });
  }
  const namespace = running.namespace ?? '';
  const account = { namespace, name: running.serviceAccount ?? 'default' };
  const granted = grantedTo(cluster, account);
  const missing = asked.filter(
    rule => !allows(rulesFor(rule, granted, namespace), rule),
  );
  const allSeen =
    KINDS.every(kind => provesAbsence(cluster.kinds[kind])) &&
    granted.unread.length === 0;
  return makeAxis({
    axis: 'rbac',
    because: status => {
      const params = {
        version: release.version,
        namespace,
        serviceAccount: account.name,
      };
      switch (status) {
        case 'pass':
          return message('compatibility.rbac-fits', params);
        case 'unknown':
          return message('compatibility.rbac-unknown', params);
        default:
          return message('compatibility.rbac-short', params);
      }
    },
    findings: [
      ...missingFindings({ input, release, missing, allSeen, account }),
      ...(missing.every(isOptional)
        ? [
            finding(
              'rbac-fits',
              'pass',
              message('compatibility.rbac-rules-fit', {
                version: release.version,
                asked: asked.length - missing.length,
                channel,
              }),
            ),
          ]
        : []),
    ],
    notSeen,
    observedAt: KINDS.map(kind => cluster.kinds[kind]?.observedAt),
  });
}

/** How it was installed: by the chart, or from the manifest. */
function channelOf(
  { running }: AxisInput,
  { rbac }: Release,
): ReleaseRbacRule['channel'] {
  const likely = running.chart ? 'chart' : 'manifest';
  const other = likely === 'chart' ? 'manifest' : 'chart';
  return rbac.some(({ channel }) => channel === likely) ? likely : other;
}

/** A rule of a ClusterRole is for all namespaces, one of a Role for its own. */
function rulesFor(
  { kind }: ReleaseRbacRule,
  { cluster, namespaced }: Granted,
  namespace: string,
) {
  return kind === 'ClusterRole'
    ? cluster
    : [...cluster, ...(namespaced.get(namespace) ?? [])];
}

/** Secrets are for OIDC only; the chart grants them where a value says so. */
function isOptional({ apiGroup, resource }: ReleaseRbacRule): boolean {
  return apiGroup === '' && resource === 'secrets';
}

function missingFindings(options: {
  input: AxisInput;
  release: Release;
  missing: readonly ReleaseRbacRule[];
  allSeen: boolean;
  account: { namespace: string; name: string };
}): CompatibilityFinding[] {
  const { input, release, missing, allSeen, account } = options;
  const { version } = release;
  const byResource = new Map<string, ReleaseRbacRule[]>();
  for (const rule of missing) {
    const key = `${rule.apiGroup}\u0000${rule.resource}`;
    byResource.set(key, [...(byResource.get(key) ?? []), rule]);
  }
  return [...byResource.values()].map(rules => {
    const [{ apiGroup, resource }] = rules;
    const verbs = [...new Set(rules.map(({ verb }) => verb))].sort();
    const params = {
      version,
      resource: apiGroup === '' ? resource : `${resource}.${apiGroup}`,
      verbs,
    };
    if (isOptional(rules[0])) {
      return usesOidc(input)
        ? finding(
            'rbac-secrets-missing',
            'warn',
            message('compatibility.rbac-secrets-missing', params),
          )
        : finding(
            'rbac-secrets-unneeded',
            'pass',
            message('compatibility.rbac-secrets-unneeded', params),
          );
    }
    if (isAbsent(input, rules[0])) {
      return finding(
        'rbac-kind-absent',
        'pass',
        message('compatibility.rbac-kind-absent', params),
      );
    }
    if (!allSeen) {
      return finding(
        'rbac-not-seen',
        'unknown',
        message('compatibility.rbac-not-seen', params),
      );
    }
    return finding(
      'rbac-rule-missing',
      'fail',
      message('compatibility.rbac-rule-missing', params),
      {
        remedy: askPlatform(
          message('compatibility.do-grant', {
            rule: `{ apiGroups: ["${apiGroup}"], resources: ["${resource}"], verbs: ["${verbs.join(
              '", "',
            )}"] }`,
          }),
        ),
        commands: [
          {
            tool: 'kubectl',
            purpose: message('command.may-controller', params),
            text: `kubectl auth can-i ${verbs[0]} ${shellQuote(
              params.resource,
            )} -A --as ${shellQuote(
              `system:serviceaccount:${account.namespace}:${account.name}`,
            )}`,
          },
        ],
      },
    );
  });
}

/** A kind that no CRD defines can't be asked for. */
function isAbsent(
  { cluster }: AxisInput,
  { apiGroup, resource }: ReleaseRbacRule,
): boolean {
  const { customResourceDefinitions: crds } = cluster.kinds;
  const [plural] = resource.split('/');
  return (
    CUSTOM_GROUPS.includes(apiGroup) &&
    provesAbsence(crds) &&
    !crds.items.some(
      ({ metadata }) => metadata.name === `${plural}.${apiGroup}`,
    )
  );
}

function usesOidc({ objects }: AxisInput): boolean {
  return objects.some(
    ({ metadata }) =>
      metadata.annotations?.['alb.ingress.kubernetes.io/auth-idp-oidc'] !==
      undefined,
  );
}
