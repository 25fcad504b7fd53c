import { Advice } from '../inventory/subject';
import { Message, message } from '../messages';
import { SubjectCase } from './case';
import { HealthReading, unhealthyTargets } from './health';
import { Judgement } from './machine';
import { Facets, LifecycleState } from './types';

/** What a verdict means for the people behind it. */
export interface Explanation {
  traffic: Message;
  ifYouDeploy: Message;
  whatHappens: Message[];
  whatToDo: Advice[];
}

interface Context {
  subject: SubjectCase;
  judgement: Judgement;
  facets: Facets;
  health: HealthReading;
  object: { kind: string; namespace: string; name: string };
  cluster: string;
  loadBalancer: string;
  /** What known patterns advise. */
  remedies: readonly Advice[];
}

/** AWS' words for a load balancer that answers nobody, whatever its targets. */
const NOT_ACTIVE: ReadonlySet<string> = new Set(['provisioning', 'failed']);

function trafficOf({ subject, facets, health, judgement }: Context): Message {
  if (!subject.loadBalancer) {
    return judgement.state === 'stranded'
      ? message('traffic.dead-name', {
          hostname: subject.owners[0]?.record.hostnames[0] ?? '?',
        })
      : message('traffic.no-load-balancer');
  }
  const { healthy, total } = health;
  switch (facets.serving) {
    case 'yes':
      return message('traffic.served', { healthy, total });
    case 'partly':
      return healthy > 0
        ? message('traffic.partly', { healthy, total })
        : message('traffic.fail-open', { total });
    case 'no':
      if (NOT_ACTIVE.has(subject.loadBalancer.state.code)) {
        return message('traffic.not-active', {
          state: subject.loadBalancer.state.code,
        });
      }
      return total === 0
        ? message('traffic.no-targets')
        : message('traffic.none-healthy', { total });
    default:
      return message('traffic.unknown');
  }
}

function deployUnderController(state: LifecycleState): Message {
  switch (state) {
    case 'failing':
      return message('deploy.failing');
    case 'stuck-deleting':
    case 'deleting':
      return message('deploy.leaving');
    default:
      return message('deploy.attended');
  }
}

function deployOf({ facets, judgement, subject, cluster }: Context): Message {
  if (judgement.state === 'foreign') {
    return message('deploy.not-connected');
  }
  switch (facets.attended) {
    case 'controller':
      return deployUnderController(judgement.state);
    case 'aws':
    case 'cloud-controller':
      return message('deploy.attended-by-others');
    case 'nobody':
      return subject.owners.length > 0
        ? message('deploy.unattended', { cluster })
        : message('deploy.no-owner');
    default:
      return message('deploy.unknown');
  }
}

type Texts = (
  context: Context,
) => Pick<Explanation, 'whatHappens' | 'whatToDo'>;

const you = (text: Message): Advice => ({ who: 'you', message: text });
const platform = (text: Message): Advice => ({
  who: 'platform',
  message: text,
});

function webhookConsequences({ facets, subject }: Context): Message[] {
  return facets.writes === 'refused' &&
    subject.cluster?.controllers.webhooks.status === 'dead'
    ? [
        message('then.writes-refused', {
          resources: subject.cluster?.controllers.webhooks.resources ?? [],
        }),
      ]
    : [];
}

const TEXTS: Record<LifecycleState, Texts> = {
  'in-service': context => ({
    whatHappens: [message('then.reconciled'), ...webhookConsequences(context)],
    whatToDo: [{ who: 'nobody', message: message('do.nothing') }],
  }),
  unattended: context => ({
    whatHappens: [
      message('then.pods-lose-targets'),
      message('then.gates-wait'),
      message('then.deletion-would-hang', context.object),
      ...webhookConsequences(context),
    ],
    whatToDo: [
      platform(message('do.start-controller', { cluster: context.cluster })),
      you(message('do.do-not-delete', context.object)),
    ],
  }),
  'stuck-deleting': context => ({
    whatHappens: [
      message('then.keeps-billing'),
      message('then.finalizer-waits', context.object),
      message('then.removing-finalizer-orphans'),
      ...webhookConsequences(context),
    ],
    whatToDo: blockedAdvice(context),
  }),
  deleting: context => ({
    whatHappens: [message('then.deleted-next', { cluster: context.cluster })],
    whatToDo: [{ who: 'nobody', message: message('do.wait') }],
  }),
  orphaned: context => ({
    whatHappens: [
      message('then.nobody-deletes'),
      // A security group costs nothing.
      ...(context.subject.loadBalancer ? [message('then.keeps-billing')] : []),
      ...(context.facets.serving === 'yes' ||
      context.facets.serving === 'partly'
        ? [message('then.may-still-serve')]
        : []),
    ],
    whatToDo: [
      you(message('do.recreate-and-delete', context.object)),
      platform(
        message('do.check-before-cleaning', {
          loadBalancer: context.loadBalancer,
        }),
      ),
    ],
  }),
  superseded: () => ({
    whatHappens: [message('then.old-name-dies'), message('then.keeps-billing')],
    whatToDo: [
      you(message('do.move-dns')),
      platform(message('do.clean-up-old')),
    ],
  }),
  stranded: context => ({
    whatHappens: [message('then.name-resolves-no-more')],
    whatToDo:
      context.facets.attended === 'controller'
        ? [platform(message('do.touch-owner', context.object))]
        : [
            platform(
              message('do.start-controller', { cluster: context.cluster }),
            ),
          ],
  }),
  unserved: context => ({
    whatHappens: [message('then.stays-without', context.object)],
    whatToDo: [
      context.subject.owners[0]?.record.claim.status === 'claimed'
        ? platform(message('do.start-controller', { cluster: context.cluster }))
        : you(message('do.fix-class', context.object)),
    ],
  }),
  failing: context => ({
    whatHappens: [
      message('then.changes-stall'),
      ...(context.subject.owners.length > 1
        ? [message('then.group-frozen')]
        : []),
    ],
    whatToDo:
      context.remedies.length > 0
        ? [...context.remedies]
        : [you(message('do.fix-failure', context.object))],
  }),
  provisioning: () => ({
    whatHappens: [message('then.active-soon')],
    whatToDo: [{ who: 'nobody', message: message('do.wait') }],
  }),
  degraded: () => ({
    whatHappens: [message('then.fewer-targets')],
    whatToDo: [you(message('do.look-at-targets'))],
  }),
  drifted: ({ subject }) => ({
    whatHappens: driftFollows(subject),
    whatToDo: [you(message('do.look-at-drift'))],
  }),
  foreign: () => ({
    whatHappens: [message('then.not-the-controllers')],
    whatToDo: [{ who: 'nobody', message: message('do.nothing') }],
  }),
  unknown: () => ({
    whatHappens: [],
    whatToDo: [platform(message('do.let-us-see'))],
  }),
};

/** What becomes of what differs, by what the controller does about it. */
function driftFollows({ drift }: SubjectCase): Message[] {
  const kinds = new Set(drift?.findings.map(({ kind }) => kind));
  return [
    ...(kinds.has('replaces') ? [message('then.drift-replaced')] : []),
    ...(kinds.has('reverted-at-next-reconcile')
      ? [message('then.reverted')]
      : []),
    ...(kinds.has('not-noticed') ? [message('then.drift-not-noticed')] : []),
  ];
}

function blockedAdvice(context: Context): Advice[] {
  const { controllers } = context.subject.cluster ?? {};
  const advice: Advice[] = [];
  if (controllers?.decisivelyGone || controllers?.liveness === 'gone') {
    advice.push(
      platform(
        message('do.start-controller-to-delete', { cluster: context.cluster }),
      ),
    );
  }
  for (const { record } of context.subject.owners) {
    if (record.metadata.deletionTimestamp && record.protectedByAnnotation) {
      advice.push(
        you(
          message('do.protection-off', {
            kind: record.kind,
            namespace: record.metadata.namespace,
            name: record.metadata.name,
            annotation: record.protectedByAnnotation,
          }),
        ),
      );
    }
    if (record.claim.status === 'class-missing') {
      advice.push(platform(message('do.recreate-class')));
    }
  }
  const said = new Set(advice.map(({ message: each }) => each.code));
  return [
    ...advice,
    ...context.remedies.filter(({ message: each }) => !said.has(each.code)),
    you(message('do.keep-finalizer')),
  ];
}

/** Explains a verdict for this case: what it means, what follows, who acts. */
export function explain(
  subject: SubjectCase,
  judgement: Judgement,
  facets: Facets,
  remedies: readonly Advice[],
): Explanation {
  const first = subject.owners[0]?.record;
  const missing = subject.missing[0];
  const context: Context = {
    subject,
    judgement,
    facets,
    health: unhealthyTargets(subject),
    remedies,
    object: first
      ? {
          kind: first.kind,
          namespace: first.metadata.namespace,
          name: first.metadata.name,
        }
      : missing ?? { kind: 'owner', namespace: '', name: '?' },
    cluster: subject.cluster?.name ?? '?',
    loadBalancer:
      subject.loadBalancer?.name ?? subject.securityGroup?.name ?? '?',
  };
  return {
    traffic: trafficOf(context),
    ifYouDeploy: deployOf(context),
    ...TEXTS[judgement.state](context),
  };
}
