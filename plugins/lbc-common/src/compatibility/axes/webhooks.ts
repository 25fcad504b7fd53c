import { provesAbsence } from '../../inventory/coverage';
import type { WebhookConfigurationObject } from '../../inventory/objects';
import { readWebhooks } from '../../inventory/webhooks';
import type { Release, ReleaseWebhook } from '../../knowledge/types';
import { message } from '../../messages';
import type { CompatibilityAxis, CompatibilityFinding } from '../types';
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

type Webhook = NonNullable<WebhookConfigurationObject['webhooks']>[number];

const KINDS = [
  'mutatingWebhookConfigurations',
  'validatingWebhookConfigurations',
  'endpointSlices',
] as const;
const OURS = /\.(elbv2|aga)\.k8s\.aws$/;
/** Say so before it is too late to plan. */
const EXPIRES_SOON_DAYS = 30;
const DAY = 24 * 3600 * 1000;

/** Webhooks that a value of the chart, or a gate, leaves out. */
const OPTIONAL = [
  'mservice.elbv2.k8s.aws',
  'vingress.elbv2.k8s.aws',
  'quicid.elbv2.k8s.aws',
  'alb-target-control.namespace.elbv2.k8s.aws',
  'alb-target-control.object.elbv2.k8s.aws',
  'vglobalaccelerator.aga.k8s.aws',
];

const COMMAND = {
  tool: 'kubectl' as const,
  purpose: message('command.webhooks'),
  text: 'kubectl get mutatingwebhookconfigurations,validatingwebhookconfigurations -o \'jsonpath={range .items[*].webhooks[*]}{.name}{" "}{.failurePolicy}{"\\n"}{end}\'',
};

/** The controller's webhooks against those of the release, and whether they answer. */
export function webhooksAxis(input: AxisInput): CompatibilityAxis {
  const { running, cluster, release } = input;
  if (running.kind === 'eks-auto-mode') {
    return notApplicable(
      'webhooks',
      message('compatibility.auto-mode', { cluster: running.cluster }),
    );
  }
  const notSeen = notSeenOf(cluster, KINDS);
  const hooks = hooksOf(input);
  const answers = answerFindings(input);
  const observedAt = KINDS.map(kind => cluster.kinds[kind]?.observedAt);
  const findings = [
    ...answers,
    ...caFindings(hooks, input),
    ...(release
      ? compared(hooks, { input, release })
      : unknownRelease('webhooks', input).findings),
  ];
  return makeAxis({
    axis: 'webhooks',
    because: status => {
      const params = {
        cluster: cluster.cluster,
        version: running.version ?? '',
      };
      switch (status) {
        case 'pass':
          return message('compatibility.webhooks-fit', params);
        case 'unknown':
          return message('compatibility.webhooks-unknown', params);
        default:
          return message(
            status === 'fail'
              ? 'compatibility.webhooks-fail'
              : 'compatibility.webhooks-need-a-look',
            params,
          );
      }
    },
    findings,
    notSeen,
    observedAt,
  });
}

function hooksOf({ cluster }: AxisInput): Webhook[] {
  const { mutatingWebhookConfigurations, validatingWebhookConfigurations } =
    cluster.kinds;
  return [
    ...(mutatingWebhookConfigurations?.items ?? []),
    ...(validatingWebhookConfigurations?.items ?? []),
  ]
    .flatMap(({ webhooks }) => webhooks ?? [])
    .filter(({ name }) => OURS.test(name));
}

function answerFindings({ cluster }: AxisInput): CompatibilityFinding[] {
  const reading = readWebhooks(cluster);
  switch (reading.status) {
    case 'dead':
      return [
        finding(
          'webhooks-dead',
          'fail',
          message('compatibility.webhooks-dead', {
            services: reading.services,
            resources: reading.resources,
          }),
          {
            evidence: [
              seen(
                message('evidence.webhook-without-endpoints', {
                  service: reading.services[0] ?? '',
                  webhooks: reading.refusing,
                }),
                reading.observedAt,
              ),
            ],
            remedy: askPlatform(message('compatibility.do-start-controller')),
            commands: [COMMAND],
          },
        ),
      ];
    case 'answering':
      return [
        finding(
          'webhooks-answer',
          'pass',
          message('compatibility.webhooks-answer', {
            services: reading.services,
          }),
        ),
      ];
    case 'unknown':
      return [
        finding(
          'webhooks-not-seen',
          'unknown',
          message('compatibility.webhooks-not-seen'),
        ),
      ];
    default:
      return [];
  }
}

/** The API server trusts what `caBundle` says: none, or two, can't be right. */
function caFindings(
  hooks: readonly Webhook[],
  { now }: AxisInput,
): CompatibilityFinding[] {
  const without = hooks
    .filter(({ clientConfig }) => clientConfig?.caBundleHash === undefined)
    .map(({ name }) => name);
  const hashes = new Set(
    hooks.flatMap(({ clientConfig }) => clientConfig?.caBundleHash ?? []),
  );
  const [expiresAt] = hooks
    .flatMap(({ clientConfig }) => clientConfig?.caExpiresAt ?? [])
    .sort();
  const left =
    expiresAt === undefined
      ? Infinity
      : (Date.parse(expiresAt) - Date.parse(now)) / DAY;
  return [
    ...(without.length > 0
      ? [
          finding(
            'webhook-ca-missing',
            'fail',
            message('compatibility.webhook-ca-missing', { webhooks: without }),
            {
              remedy: askPlatform(message('compatibility.do-renew-ca')),
              commands: [COMMAND],
            },
          ),
        ]
      : []),
    ...(hashes.size > 1
      ? [
          finding(
            'webhook-ca-differs',
            'warn',
            message('compatibility.webhook-ca-differs', { count: hashes.size }),
            { remedy: askPlatform(message('compatibility.do-renew-ca')) },
          ),
        ]
      : []),
    ...(expiresAt !== undefined && left < EXPIRES_SOON_DAYS
      ? [
          finding(
            left < 0 ? 'webhook-ca-expired' : 'webhook-ca-expires',
            left < 0 ? 'fail' : 'warn',
            message(
              left < 0
                ? 'compatibility.webhook-ca-expired'
                : 'compatibility.webhook-ca-expires',
              { expiresAt },
            ),
            { remedy: askPlatform(message('compatibility.do-renew-ca')) },
          ),
        ]
      : []),
  ];
}

function compared(
  hooks: readonly Webhook[],
  { input, release }: { input: AxisInput; release: Release },
): CompatibilityFinding[] {
  const { version, webhooks } = release;
  const { mutatingWebhookConfigurations, validatingWebhookConfigurations } =
    input.cluster.kinds;
  const allSeen =
    provesAbsence(mutatingWebhookConfigurations) &&
    provesAbsence(validatingWebhookConfigurations);
  const names = new Set(hooks.map(({ name }) => name));
  const missing = webhooks.filter(({ name }) => !names.has(name));
  const extra = hooks.filter(
    ({ name }) => !webhooks.some(each => each.name === name),
  );
  return [
    ...missing.flatMap(hook => missingFinding(hook, { version, allSeen })),
    ...extra.map(({ name, failurePolicy = 'Fail' }) =>
      finding(
        'webhook-not-in-release',
        failurePolicy === 'Fail' ? 'fail' : 'warn',
        message(
          failurePolicy === 'Fail'
            ? 'compatibility.webhook-not-in-release-fail'
            : 'compatibility.webhook-not-in-release',
          { webhook: name, version },
        ),
        {
          remedy: askPlatform(message('compatibility.do-upgrade-by-chart')),
          commands: [COMMAND],
        },
      ),
    ),
    ...hooks.flatMap(hook => policyFinding(hook, { version, webhooks })),
  ];
}

function missingFinding(
  { name }: ReleaseWebhook,
  { version, allSeen }: { version: string; allSeen: boolean },
): CompatibilityFinding[] {
  if (!allSeen) {
    return [];
  }
  return OPTIONAL.includes(name)
    ? [
        finding(
          'webhook-left-out',
          'pass',
          message('compatibility.webhook-left-out', { webhook: name, version }),
        ),
      ]
    : [
        finding(
          'webhook-missing',
          'warn',
          message('compatibility.webhook-missing', { webhook: name, version }),
          {
            remedy: askPlatform(message('compatibility.do-upgrade-by-chart')),
            commands: [COMMAND],
          },
        ),
      ];
}

/** A policy of one's own is a choice; where writes stop for it, it is told. */
function policyFinding(
  { name, failurePolicy = 'Fail' }: Webhook,
  options: { version: string; webhooks: readonly ReleaseWebhook[] },
): CompatibilityFinding[] {
  const own = options.webhooks.find(each => each.name === name);
  return own && own.failurePolicy !== failurePolicy
    ? [
        finding(
          'webhook-policy-differs',
          'pass',
          message('compatibility.webhook-policy-differs', {
            webhook: name,
            version: options.version,
            policy: failurePolicy,
            usual: own.failurePolicy,
          }),
        ),
      ]
    : [];
}
