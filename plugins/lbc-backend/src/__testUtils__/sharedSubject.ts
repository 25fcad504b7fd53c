import { message, SubjectSummary } from '@lbc-backstage/plugin-lbc-common';
import type { FakeSubject } from './FakeStore';
import { AT, fakeSubject } from './subjects';

type Owner = SubjectSummary['owners'][number];

function owner(namespace: string, name: string): Owner {
  return {
    kind: 'Ingress',
    namespace,
    name,
    exists: true,
    state: 'in-service',
    because: message('state.stuck-deleting', {
      kind: 'Ingress',
      namespace,
      name,
      blockers: 1,
    }),
  };
}

const TG = 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup';
const owners = [
  owner('hideout', 'vault'),
  owner('shop', 'web'),
  owner('shop', 'gold-api'),
];
const visibleGroup = { arn: `${TG}/k8s-shop-web-1/1`, name: 'k8s-shop-web-1' };
const hiddenGroup = {
  arn: `${TG}/k8s-hideout-safe-2/2`,
  name: 'k8s-hideout-safe-2',
};

/** One load balancer of three Ingresses: two of them are others'. */
export function sharedSubject(): FakeSubject {
  const base = fakeSubject({
    id: 'edge',
    summary: {
      stack: 'edge',
      owners,
      ownerCount: 3,
      routeCount: 3,
      state: 'failing',
      because: message('state.stuck-deleting', {
        kind: 'Ingress',
        namespace: 'hideout',
        name: 'vault',
      }),
      loadBalancer: {
        arn: 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/k8s-edge-1/1',
        name: 'k8s-edge-1',
        dnsName: 'k8s-edge-1.eu-west-1.elb.amazonaws.com',
        type: 'application',
        state: 'active',
      },
    },
  });
  const about = (namespace: string, name: string) =>
    message('state.stuck-deleting', {
      kind: 'Ingress',
      namespace,
      name,
      blockers: 1,
    });
  return {
    ...base,
    detail: {
      ...base.detail,
      allOwners: owners,
      members: owners.map(({ kind, namespace, name }) => ({
        kind,
        namespace,
        name,
        backends: 1,
        hosts: [name === 'web' ? 'shop.example.com' : `${name}.safe.example`],
      })),
      backends: [
        { namespace: 'hideout', name: 'safe', routes: ['vault.safe.example/'] },
        { namespace: 'shop', name: 'web', routes: ['shop.example.com/'] },
        { namespace: 'shop', name: 'gold', routes: ['gold-api.safe.example/'] },
      ],
      notExamined: [
        message('gap.namespaces-missing', {
          namespaces: ['shop', 'treasury'],
        }),
      ],
      evidence: [
        {
          message: about('hideout', 'vault'),
          source: 'kubernetes',
          role: 'supports',
        },
        {
          message: about('shop', 'web'),
          source: 'kubernetes',
          role: 'context',
        },
      ],
      findings: [
        {
          code: 'group-frozen',
          failureModes: ['F16'],
          title: message('state.not-judged'),
          messages: [about('shop', 'gold-api')],
          who: 'you',
          whatToDo: about('hideout', 'vault'),
          evidence: [],
        },
      ],
      whatHappens: [about('hideout', 'vault'), about('shop', 'gold-api')],
      whatToDo: [{ who: 'you', message: about('hideout', 'vault') }],
      commands: [
        {
          tool: 'kubectl',
          purpose: message('state.not-judged'),
          text: 'kubectl get ingress vault -n hideout -o yaml',
        },
        {
          tool: 'kubectl',
          purpose: message('state.not-judged'),
          text: 'kubectl get ingress web -n shop -o yaml',
        },
      ],
      targetGroups: [
        { ...visibleGroup, targetBinding: 'shop/k8s-shop-web-1' },
        { ...hiddenGroup, targetBinding: 'hideout/k8s-hideout-safe-2' },
      ],
      targetBindings: [
        ['shop', 'k8s-shop-web-1'],
        ['hideout', 'k8s-hideout-safe-2'],
        ['shop', 'k8s-shop-gold-3'],
      ].map(([namespace, name]) => ({
        id: name,
        cluster: 'prod-1',
        namespace,
        name,
        targetGroup: name,
        ownerExists: true,
        state: 'bound',
        because: message('state.not-judged'),
        observedAt: AT,
      })),
      tags: { 'ingress.k8s.aws/stack': 'edge', members: 'hideout/vault' },
      detail: {
        observedAt: AT,
        notRead: [],
        chain: {
          moreListeners: 0,
          moreTargetGroups: 0,
          listeners: [
            {
              arn: 'listener',
              port: 443,
              protocol: 'HTTPS',
              certificateArns: [],
              moreRules: 0,
              rulesRead: true,
              rules: [
                rule(1, 'vault.safe.example', hiddenGroup),
                rule(2, 'shop.example.com', visibleGroup),
                rule(3, 'team-b-ns.example'),
              ],
            },
          ],
          targetGroups: [visibleGroup, hiddenGroup].map((group, index) => ({
            ...group,
            services: [],
            targets: [{ id: `10.9.9.${index + 8}`, state: 'healthy' }],
            moreTargets: 0,
          })),
        },
      },
      drift: {
        observedAt: AT,
        facet: 'found',
        moreFindings: 0,
        notExamined: [],
        compared: 2,
        findings: [
          {
            message: message('state.not-judged'),
            path: 'listeners.443.rules.vault.safe.example',
            expected: null,
            live: 'forward',
            kind: 'not-noticed',
          },
        ],
      },
      removal: {
        owners: owners.map(({ kind, namespace, name }) => ({
          kind,
          namespace,
          name,
          role: 'member',
          finalizers: ['group.ingress.k8s.aws/edge'],
          attended: 'alive',
          blockers: [],
        })),
        securityGroups: [],
        availabilityZones: 2,
        usedElsewhere: [],
      },
    },
    facts: {
      ...base.facts,
      stacks: ['group/edge'],
      owners: [
        labelled('hideout', 'vault', 'vault'),
        labelled('shop', 'web', 'checkout'),
        labelled('shop', 'gold-api', 'vault'),
      ],
    },
    timeline: [
      ['Ingress', 'shop', 'web', 'Failed build model due to hideout/vault'],
      ['Ingress', 'shop', 'web', 'Successfully reconciled'],
      ['Ingress', 'hideout', 'vault', 'Successfully reconciled'],
      ['Ingress', 'shop', 'gold-api', 'Successfully reconciled'],
      ['TargetGroupBinding', 'hideout', 'k8s-hideout-safe-2', 'Reconciled'],
    ].map(([kind, namespace, name, text], index) => ({
      type: 'event',
      at: AT,
      event: {
        id: String(index),
        object: { kind, namespace, name },
        text,
        firstAt: AT,
        count: 1,
      },
    })),
    transitions: [
      {
        id: '2',
        from: 'in-service',
        to: 'failing',
        at: AT,
        because: about('hideout', 'vault'),
        cause: 'observed',
        evidence: [
          {
            message: about('treasury', 'former'),
            source: 'kubernetes',
            role: 'context',
          },
        ],
      },
    ],
  };
}

function rule(priority: number, host: string, group?: { arn: string }) {
  return {
    priority,
    conditions: [{ field: 'host-header', values: [host], moreValues: 0 }],
    actions: [
      group
        ? { type: 'forward', targetGroups: [{ arn: group.arn }] }
        : { type: 'fixed-response', statusCode: '404' },
    ],
  };
}

function labelled(namespace: string, name: string, app: string) {
  return { kind: 'Ingress', namespace, name, labels: { app }, annotations: {} };
}
