import { isOperand } from '../../inventory/shellQuote';
import { OwnerRecord } from '../../inventory/owners/types';
import { message } from '../../messages';
import { helm, kubectl } from './commands';
import { countCommands, groupCommands } from './gates/aws';
import { MOST_ITEMS } from './gates/gate';
import { isHeld, OWNER_GATES } from './gates/owners';
import { PathContext } from './input';
import {
  RemovalCommand,
  RemovalGate,
  RemovalGateId,
  RemovalLeftover,
  RemovalStep,
} from './types';

const OWNERS: RemovalGateId[] = OWNER_GATES.map(({ id }) => id);
const AWS: RemovalGateId[] = [
  'load-balancers',
  'target-groups',
  'security-groups',
];

/** What steps are made of. */
export interface StepContext {
  context: PathContext;
  gates: readonly RemovalGate[];
  owners: readonly OwnerRecord[];
  leftovers: readonly RemovalLeftover[];
}

function gateNamed({ gates }: StepContext, id: RemovalGateId) {
  return gates.find(each => each.id === id);
}

function isOpen(given: StepContext, ...ids: RemovalGateId[]): boolean {
  return ids.some(id => gateNamed(given, id)?.status === 'open');
}

/** Gates among these that are not met. */
export function unmet(
  gates: readonly RemovalGate[],
  ids: readonly RemovalGateId[],
): RemovalGateId[] {
  return gates
    .filter(
      ({ id, decides, status }) =>
        decides && status !== 'met' && ids.includes(id),
    )
    .map(({ id }) => id);
}

function step(
  given: Pick<RemovalStep, 'id' | 'message'> & Partial<RemovalStep>,
): RemovalStep {
  const { waitsFor = [], commands = [], ...rest } = given;
  return {
    items: [],
    checks: [],
    ...rest,
    waitsFor,
    // What has to wait shows nothing to copy.
    commands: waitsFor.length > 0 ? [] : commands,
  };
}

function ownerSteps(given: StepContext): RemovalStep[] {
  const { gates, owners } = given;
  return OWNER_GATES.flatMap(({ id, kind, resource }) => {
    const held = owners.filter(each => each.kind === kind && isHeld(each));
    return held.length === 0
      ? []
      : [
          step({
            id: 'owners',
            message: message('removal-step.owners', {
              kind,
              count: held.length,
            }),
            items: gateNamed(given, id)?.items ?? [],
            waitsFor: unmet(gates, ['controller', 'failing']),
            checks: gateNamed(given, id)?.commands ?? [],
            commands: held
              .filter(({ metadata }) => isOperand(metadata.name))
              .slice(0, MOST_ITEMS)
              .map(({ metadata: { namespace, name } }) =>
                kubectl(
                  message('removal-command.delete-owner', {
                    object: `${kind} ${namespace}/${name}`,
                  }),
                  'delete',
                  resource,
                  '-n',
                  namespace,
                  name,
                ),
              ),
          }),
        ];
  });
}

function bindingSteps(given: StepContext): RemovalStep[] {
  const found = gateNamed(given, 'target-bindings');
  if (found?.status !== 'open') {
    return [];
  }
  const { items } = given.context.cluster.kinds.targetGroupBindings ?? {
    items: [],
  };
  return [
    step({
      id: 'target-bindings',
      message: message('removal-step.target-bindings', {
        count: items.length,
      }),
      items: found.items,
      waitsFor: unmet(given.gates, ['controller', ...OWNERS]),
      checks: found.commands,
      commands: items
        .filter(({ metadata }) => isOperand(metadata.name))
        .slice(0, MOST_ITEMS)
        .map(({ metadata: { namespace, name } }) =>
          kubectl(
            message('removal-command.delete-target-binding', {
              object: `${namespace}/${name}`,
            }),
            'delete',
            'targetgroupbindings.elbv2.k8s.aws',
            '-n',
            namespace,
            name,
          ),
        ),
    }),
  ];
}

const INGRESS_CONTROLLER = 'ingress.k8s.aws/alb';
const GATEWAY_CONTROLLERS = ['gateway.k8s.aws/alb', 'gateway.k8s.aws/nlb'];

function classSteps(given: StepContext): RemovalStep[] {
  const { kinds } = given.context.cluster;
  const found = [
    ...(kinds.ingressClasses?.items ?? [])
      .filter(({ spec }) => spec?.controller === INGRESS_CONTROLLER)
      .map(({ metadata }) => ({
        kind: 'IngressClass',
        resource: 'ingressclasses.networking.k8s.io',
        name: metadata.name,
      })),
    ...(kinds.ingressClassParams?.items ?? []).map(({ metadata }) => ({
      kind: 'IngressClassParams',
      resource: 'ingressclassparams.elbv2.k8s.aws',
      name: metadata.name,
    })),
    ...(kinds.gatewayClasses?.items ?? [])
      .filter(({ spec }) =>
        GATEWAY_CONTROLLERS.includes(spec?.controllerName ?? ''),
      )
      .map(({ metadata }) => ({
        kind: 'GatewayClass',
        resource: 'gatewayclasses.gateway.networking.k8s.io',
        name: metadata.name,
      })),
  ];
  return found.length === 0
    ? []
    : [
        step({
          id: 'classes',
          message: message('removal-step.classes', { count: found.length }),
          items: found.map(({ kind, name }) => `${kind} ${name}`),
          waitsFor: unmet(given.gates, [...OWNERS, 'terminating']),
          commands: found
            .filter(({ name }) => isOperand(name))
            .map(({ kind, resource, name }) =>
              kubectl(
                message('removal-command.delete', {
                  object: `${kind} ${name}`,
                }),
                'delete',
                resource,
                name,
              ),
            ),
        }),
      ];
}

function uninstall({ running }: PathContext): RemovalCommand[] {
  const { namespace, name, chart } = running ?? {};
  if (namespace === undefined || name === undefined) {
    return [];
  }
  return chart
    ? [
        helm(
          message('removal-command.helm-uninstall'),
          'uninstall',
          name,
          '-n',
          namespace,
        ),
      ]
    : [
        kubectl(
          message('removal-command.delete', {
            object: `Deployment ${namespace}/${name}`,
          }),
          'delete',
          'deployments.apps',
          '-n',
          namespace,
          name,
        ),
      ];
}

function leftoverStep(
  given: StepContext,
  id: 'crds' | 'iam',
  kinds: ReadonlyArray<RemovalLeftover['kind']>,
): RemovalStep[] {
  const found = given.leftovers.filter(
    ({ kind, status }) => kinds.includes(kind) && status !== 'gone',
  );
  return found.length === 0
    ? []
    : [
        step({
          id,
          message: message(
            id === 'crds' ? 'removal-step.crds' : 'removal-step.iam',
          ),
          items: found.flatMap(each => (each.id === '' ? [] : [each.id])),
          waitsFor: [...new Set(found.flatMap(({ waitsFor }) => waitsFor))],
        }),
      ];
}

/** What a person does, in this order; no step asks to take a finalizer away. */
export function stepsOf(given: StepContext): RemovalStep[] {
  const { context, gates } = given;
  const decisive = gates.map(({ id }) => id);
  return [
    ...(isOpen(given, 'controller')
      ? [
          step({
            id: 'start-controller',
            message: message('removal-step.start-controller', {
              cluster: context.cluster.cluster,
            }),
          }),
        ]
      : []),
    ...(isOpen(given, 'failing')
      ? [
          step({
            id: 'unblock',
            message: message('removal-step.unblock', {
              count: gateNamed(given, 'failing')?.count ?? 0,
            }),
            items: gateNamed(given, 'failing')?.items ?? [],
          }),
        ]
      : []),
    ...(isOpen(given, 'load-balancers') && isOpen(given, ...OWNERS)
      ? [
          step({
            id: 'move-traffic',
            message: message('order.move-traffic'),
          }),
        ]
      : []),
    ...ownerSteps(given),
    ...(isOpen(given, ...AWS, ...OWNERS, 'terminating')
      ? [
          step({
            id: 'wait',
            message: message('removal-step.wait'),
            checks: [
              ...countCommands(context, 'loadbalancer'),
              ...countCommands(context, 'targetgroup'),
              ...groupCommands(context),
            ],
          }),
        ]
      : []),
    ...bindingSteps(given),
    ...classSteps(given),
    ...(context.running
      ? [
          step({
            id: 'controller',
            message: message('removal-step.controller'),
            items: [
              `Deployment ${context.running.namespace}/${context.running.name}`,
            ],
            waitsFor: unmet(gates, decisive),
            commands: uninstall(context),
          }),
        ]
      : []),
    ...leftoverStep(given, 'crds', ['webhook-configuration', 'crd']),
    ...leftoverStep(given, 'iam', [
      'backend-security-group',
      'pod-identity',
      'iam-role',
      'iam-policy',
      'oidc-trust',
    ]),
  ];
}
