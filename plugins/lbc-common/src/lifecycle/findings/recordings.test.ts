import { bundledWorlds, loadBundledWorld } from 'lbc-sandbox';
import { Observer } from '../../__testUtils__/Observer';

const WEB = 'k8s-shop-web-5c8ac0cc82';
const WEBHOOKS = ['webhook-dead', 'service-webhook-dead'];
const ORPHAN = ['finalizer-removed', 'bindings-left-behind'];
const CERTIFICATES = {
  'Ingress shop/nocert': ['certificate-missing'],
  'k8s-shop-badcert-0222afc1a0': ['certificate-missing'],
};

/**
 * Which findings each step of each recording shows, by what its README says
 * happened. A step that is not named here shows none.
 */
const EXPECTED: Record<string, Record<string, Record<string, string[]>>> = {
  'cluster-name-change': {
    '02-renamed': { [WEB]: ['renamed', 'targets-emptied'] },
  },
  'deletion-protection': {
    '02-deleted': {
      [WEB]: ['deletion-protection'],
      'k8s-shop-db-c9a98d89d3': ['deletion-protection'],
    },
  },
  drift: {
    '02-attribute': { [WEB]: WEBHOOKS },
    '03-listener': { [WEB]: WEBHOOKS },
    '04-user-tag': { [WEB]: WEBHOOKS },
    '05-tracking-tag': { [WEB]: [...WEBHOOKS, 'tracking-tags-removed'] },
    '06-controller-back': { [WEB]: ['name-taken', 'tracking-tags-removed'] },
  },
  failing: {
    '01-three-failing': CERTIFICATES,
    '02-in-service-then-failing': CERTIFICATES,
  },
  foreign: {
    '01-mixed': { 'a1b2c3d4-shop-ancient-77aa': ['version-one-left'] },
  },
  'gateway-alb': {
    // No webhook is asked about Gateways.
    '02-deleted-no-controller': {
      'k8s-infra-public-22746a65cc': [
        'controller-gone',
        'service-webhook-dead',
      ],
    },
  },
  'iam-missing': {
    '02-action-denied': {
      [WEB]: ['access-denied'],
      'k8s-shop-second-0b35eb2581': ['access-denied'],
    },
  },
  'ingress-alb': {
    '02-controller-gone': { [WEB]: WEBHOOKS },
    '03-deleted-no-controller': { [WEB]: ['controller-gone', ...WEBHOOKS] },
    '04-finalizer-removed': { [WEB]: ORPHAN },
  },
  'recreated-owner': {
    '02-owner-gone': { [WEB]: ORPHAN },
    '03-recreated': { [WEB]: ['class-missing'] },
    '04-adopted': { [WEB]: ['owner-recreated'] },
  },
  stranded: {
    '02-deleted-in-aws': {
      'Ingress shop/web': [...WEBHOOKS, 'deleted-in-aws'],
    },
  },
  'stranded-tg': {
    '02-deleted-in-aws': {
      'Ingress shop/web': [
        ...WEBHOOKS,
        'target-group-missing',
        'deleted-in-aws',
      ],
    },
    '03-controller-back': { [WEB]: ['name-deadlock', 'target-group-missing'] },
  },
  'two-clusters': {
    '02-green-orphaned': { 'k8s-shop-web-cebe118ef0': ORPHAN },
  },
};

describe.each(bundledWorlds())('findings of %s', name => {
  const world = loadBundledWorld(name);
  const observer = new Observer(world);

  it.each(world.steps.map(step => step.name))('%s', stepName => {
    const step = world.steps.find(each => each.name === stepName);
    if (!step) {
      throw new Error(`${name} has no ${stepName}`);
    }
    const found = Object.fromEntries(
      observer
        .watch(step)
        .subjects.filter(({ findings }) => findings.length > 0)
        .map(subject => [
          subject.loadBalancer?.name ??
            `${subject.owners[0]?.kind} ${subject.owners[0]?.namespace}/${subject.owners[0]?.name}`,
          subject.findings.map(({ code }) => code),
        ]),
    );
    expect(found).toEqual(EXPECTED[name]?.[stepName] ?? {});
  });
});
