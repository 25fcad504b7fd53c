import { KubernetesKindName } from '../../../inventory/kinds';
import { message } from '../../../messages';
import { kubectl } from '../commands';
import { unreadKinds } from '../gates/gate';
import { PathContext } from '../input';
import { RemovalGate, RemovalLeftover } from '../types';
import { leftover } from './leftover';

/** Groups of the controller's own kinds; the Gateway API's are others' too. */
const GROUPS = ['elbv2.k8s.aws', 'gateway.k8s.aws', 'aga.k8s.aws'];
const OURS = /\.(elbv2|aga)\.k8s\.aws$/;
const WEBHOOKS = [
  'mutatingWebhookConfigurations',
  'validatingWebhookConfigurations',
] as const;

/** CRDs: Helm leaves them, and with them goes every object of theirs. */
export function crds(
  context: PathContext,
  gates: readonly RemovalGate[],
): RemovalLeftover[] {
  const { customResourceDefinitions } = context.cluster.kinds;
  const found = (customResourceDefinitions?.items ?? []).filter(({ spec }) =>
    GROUPS.includes(spec?.group ?? ''),
  );
  const there = found.map(({ metadata: { name } }) =>
    leftover(gates, {
      kind: 'crd',
      id: name,
      status: 'there',
      because: message('removal-leftover.crd', { name }),
      checks: [
        kubectl(
          message('removal-command.objects-of', { name }),
          'get',
          name,
          '-A',
        ),
      ],
      commands: [
        kubectl(
          message('removal-command.delete', { object: `CRD ${name}` }),
          'delete',
          'customresourcedefinitions.apiextensions.k8s.io',
          name,
        ),
      ],
    }),
  );
  return withRest(there, {
    context,
    gates,
    kind: 'crd',
    kinds: ['customResourceDefinitions'],
  });
}

/** Webhook configurations: where they stay behind, they refuse changes of the whole cluster. */
export function webhooks(
  context: PathContext,
  gates: readonly RemovalGate[],
): RemovalLeftover[] {
  const found = WEBHOOKS.flatMap(kind =>
    (context.cluster.kinds[kind]?.items ?? [])
      .filter(({ webhooks: hooks = [] }) =>
        hooks.some(({ name }) => OURS.test(name)),
      )
      .map(({ metadata }) => ({ kind, name: metadata.name })),
  );
  const there = found.map(({ kind, name }) => {
    const resource = kind.toLocaleLowerCase('en-US');
    return leftover(gates, {
      kind: 'webhook-configuration',
      id: `${resource}/${name}`,
      status: 'there',
      because: message(
        context.running
          ? 'removal-leftover.webhook'
          : 'removal-leftover.webhook-alone',
        { name },
      ),
      checks: [
        kubectl(
          message('removal-command.still-there', { name }),
          'get',
          resource,
          name,
        ),
      ],
      commands: [
        kubectl(
          message('removal-command.delete', { object: `${resource}/${name}` }),
          'delete',
          resource,
          name,
        ),
      ],
    });
  });
  return withRest(there, {
    context,
    gates,
    kind: 'webhook-configuration',
    kinds: WEBHOOKS,
  });
}

/** What was found; where not all was read, that there may be more. */
function withRest(
  there: readonly RemovalLeftover[],
  asked: {
    context: PathContext;
    gates: readonly RemovalGate[];
    kind: RemovalLeftover['kind'];
    kinds: readonly KubernetesKindName[];
  },
): RemovalLeftover[] {
  const { context, gates, kind, kinds } = asked;
  const [unread] = unreadKinds(context, kinds);
  if (there.length > 0 && !unread) {
    return [...there];
  }
  return [
    ...there,
    leftover(gates, {
      kind,
      id: '',
      status: unread ? 'unknown' : 'gone',
      because: unread ?? message('removal-leftover.none-in-cluster'),
    }),
  ];
}
