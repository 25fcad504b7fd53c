import { shellQuote } from '../../inventory/shellQuote';
import { message } from '../../messages';
import type { PlanStep } from '../types';
import { changes, PlanContext, reads, step } from './step';

const RELEASES =
  'https://github.com/kubernetes-sigs/aws-load-balancer-controller/releases/download';

/** The Deployment, quoted for a shell. */
function deploymentOf({ input }: PlanContext): string {
  const { namespace = '', name = '' } = input.running;
  return `-n ${shellQuote(namespace)} deployment/${shellQuote(name)}`;
}

function commandsOf(context: PlanContext, version: string) {
  const { knowledge, running } = context.input;
  const { namespace = 'kube-system', name = '' } = running;
  const charts =
    knowledge.releases.find(each => each.version === version)?.charts ?? [];
  const chart = charts[charts.length - 1];
  if (running.chart && chart !== undefined) {
    return [
      changes(
        `helm upgrade ${shellQuote(
          name,
        )} eks/aws-load-balancer-controller -n ${shellQuote(
          namespace,
        )} --version ${shellQuote(chart)} -f values.yaml`,
      ),
    ];
  }
  const file = `${version.replace(/\./g, '_')}_full.yaml`;
  return [changes(`kubectl apply -f ${RELEASES}/${version}/${file}`)];
}

/** Stop by stop, each watched until it has settled. */
export function upgrade(context: PlanContext): PlanStep[] {
  const { input, findings } = context;
  const { target, delta, to } = input;
  if (target.kind === 'kubernetes') {
    return [
      step(
        'upgrade',
        message('plan.upgrade-kubernetes', { version: target.version }),
        message('plan.why-upgrade-kubernetes'),
      ),
      ...watch(context),
    ];
  }
  if (!to) {
    return [];
  }
  const stops = delta?.stops?.stops ?? [];
  const apart = findings.some(
    ({ code, status }) => code === 'LBC-ROLLOUT-004' && status === 'fail',
  );
  return [
    ...stops.flatMap(({ version, because }) => [
      step(
        'upgrade',
        message('plan.upgrade-to-stop', { version }),
        because[0] ?? message('plan.why-stop', { version }),
        {
          stop: version,
          commands: commandsOf(context, version),
          findings: ['LBC-HOP-001'],
        },
      ),
      ...watch(context, version),
    ]),
    ...(apart && stops.length === 0
      ? [
          step(
            'upgrade',
            message('plan.scale-down'),
            message('plan.why-scale-down'),
            {
              commands: [
                changes(`kubectl scale ${deploymentOf(context)} --replicas=0`),
              ],
              findings: ['LBC-ROLLOUT-004'],
            },
          ),
        ]
      : []),
    step(
      'upgrade',
      message(
        input.running.chart ? 'plan.upgrade-chart' : 'plan.upgrade-manifest',
        { version: to.version },
      ),
      message('plan.why-whole'),
      { commands: commandsOf(context, to.version) },
    ),
    ...watch(context),
  ];
}

/** Until a new leader has looked at everything. */
function watch(context: PlanContext, stop?: string): PlanStep[] {
  const { namespace = 'kube-system', name = '' } = context.input.running;
  const at = stop === undefined ? {} : { stop };
  return [
    step('watch', message('plan.watch'), message('plan.why-watch'), {
      ...at,
      commands: [
        reads(`kubectl rollout status ${deploymentOf(context)} --timeout=10m`),
        reads(
          `kubectl -n ${shellQuote(
            namespace,
          )} get lease aws-load-balancer-controller-leader -o 'jsonpath={.spec.holderIdentity} {.spec.renewTime}'`,
        ),
        reads(
          `kubectl -n ${shellQuote(namespace)} logs deployment/${shellQuote(
            name,
          )} --since=10m | grep -E 'Disabling|AccessDenied|x509'`,
        ),
        reads(
          "kubectl get events -A --field-selector type=Warning --sort-by=.lastTimestamp | grep -E 'Failed(Deploy|Build)Model|FailedNetworkReconcile'",
        ),
      ],
    }),
  ];
}

/** Whether anything changed that should not have. */
export function compare({ input }: PlanContext): PlanStep[] {
  return [
    step(
      'compare',
      message('plan.compare'),
      message('plan.why-compare', { cluster: input.cluster.cluster }),
      {
        commands: [
          reads(
            'curl -fsS -H "Authorization: Bearer $TOKEN" "$BACKSTAGE/api/lbc/baselines/$BASELINE/comparison"',
          ),
        ],
      },
    ),
  ];
}
