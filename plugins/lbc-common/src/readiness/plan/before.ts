import { shellQuote } from '../../inventory/shellQuote';
import { parseArn } from '../../identity/arn';
import { iamVariantOf } from '../../knowledge/partitions';
import { message } from '../../messages';
import { gatewayUse, minorOfBundle } from '../checks/parts/gateways';
import type { PlanStep } from '../types';
import {
  changes,
  codesOf,
  openFindings,
  PlanContext,
  reads,
  step,
} from './step';

const UPSTREAM =
  'https://raw.githubusercontent.com/kubernetes-sigs/aws-load-balancer-controller';
const GATEWAY_API =
  'https://github.com/kubernetes-sigs/gateway-api/releases/download';

/** A baseline to compare with afterwards. */
export function baseline({ input }: PlanContext): PlanStep[] {
  const { cluster } = input.cluster;
  const body = JSON.stringify({
    cluster,
    name: `before ${input.target.version}`,
  });
  return [
    step(
      'baseline',
      message('plan.take-baseline', { cluster }),
      message('plan.why-baseline', { version: input.target.version }),
      {
        commands: [
          changes(
            `curl -fsS -X POST -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' -d ${shellQuote(
              body,
            )} "$BACKSTAGE/api/lbc/baselines"`,
          ),
        ],
      },
    ),
  ];
}

/** The policy first: a newer one never harms an older controller. */
export function iam(context: PlanContext): PlanStep[] {
  const { input } = context;
  const { delta, to, running } = input;
  const open = openFindings(context, /^LBC-IAM-00[125]$/);
  if (!to || (open.length === 0 && !delta?.iam.added.length)) {
    return [];
  }
  const role = running.identity?.roleArn ?? '';
  const variant = iamVariantOf(parseArn(role)?.partition ?? 'aws') ?? 'aws';
  const file = variant === 'aws' ? 'iam_policy' : `iam_policy_${variant}`;
  const added = (delta?.iam.added ?? []).map(({ action }) => action);
  const [failed] = open;
  const snippet = open.find(each => each.snippet)?.snippet;
  return [
    step(
      'iam',
      message('plan.iam', { version: to.version, role }),
      failed?.message ??
        message('plan.why-iam', {
          version: to.version,
          actions: [...new Set(added)],
        }),
      {
        commands: [
          reads(
            `curl -fsSLo ${file}.json ${UPSTREAM}/${to.version}/docs/install/${file}.json`,
          ),
          changes(
            `aws iam create-policy-version --policy-arn "$POLICY_ARN" --policy-document file://${file}.json --set-as-default`,
          ),
        ],
        ...(snippet && { snippet }),
        findings: codesOf(open),
      },
    ),
  ];
}

/** Upstream's CRDs before the controller's own. */
export function gatewayCrds(context: PlanContext): PlanStep[] {
  const { input } = context;
  const { from, to } = input;
  const use = gatewayUse(input);
  const open = openFindings(context, /^LBC-GWAPI-00[12]$/);
  const bundle = to?.gatewayApi?.builtFor;
  if (!to || bundle === undefined || (!use.alb && !use.nlb)) {
    return [];
  }
  if (open.length === 0 && bundle === from?.gatewayApi?.builtFor) {
    return [];
  }
  // Routes of TCP and UDP were experimental before 1.6.
  const channel =
    use.nlb && (minorOfBundle(bundle) ?? 0) < 6 ? 'experimental' : 'standard';
  return [
    step(
      'gateway-api-crds',
      message('plan.gateway-crds', { bundle, channel }),
      open[0]?.message ??
        message('plan.why-gateway-crds', { version: to.version, bundle }),
      {
        commands: [
          changes(
            `kubectl apply --server-side -f ${GATEWAY_API}/${bundle}/${channel}-install.yaml`,
          ),
        ],
        findings: codesOf(open),
      },
    ),
  ];
}

/** The controller's own CRDs: Helm leaves them alone. */
export function crds(context: PlanContext): PlanStep[] {
  const { input } = context;
  const { to, delta } = input;
  const open = openFindings(context, /^LBC-CRD-/);
  const isChanged =
    delta !== undefined &&
    delta.crds.added.length + delta.crds.changed.length > 0;
  if (!to || (open.length === 0 && !isChanged)) {
    return [];
  }
  const gateway = to.crds.some(({ name }) => name.endsWith('.gateway.k8s.aws'));
  const at = `${UPSTREAM}/${to.version}`;
  return [
    step(
      'crds',
      message('plan.crds', { version: to.version }),
      open[0]?.message ??
        message('plan.why-crds', {
          crds: [
            ...(delta?.crds.added ?? []),
            ...(delta?.crds.changed ?? []),
          ].map(({ name }) => name),
        }),
      {
        commands: [
          changes(
            `kubectl apply --server-side -f ${at}/helm/aws-load-balancer-controller/crds/crds.yaml`,
          ),
          ...(gateway
            ? [
                changes(
                  `kubectl apply --server-side -f ${at}/config/crd/gateway/gateway-crds.yaml`,
                ),
              ]
            : []),
        ],
        findings: codesOf(open),
      },
    ),
  ];
}

/** Values, flags and gates to set or to take out. */
export function values(context: PlanContext): PlanStep[] {
  return openFindings(context, /^LBC-(VALUES|FLAGS|GATES|WEBHOOK-002)/).flatMap(
    ({ code, message: said, remedy = [], snippet }) =>
      remedy.map(each =>
        step('values', each.message, said, {
          who: each.who,
          ...(snippet && { snippet }),
          findings: [code],
        }),
      ),
  );
}
