import { watchUpTo } from '../__testUtils__/removals';
import { message, renderMessage } from '../messages';
import {
  RemovalSubject,
  WHAT_IF_SCENARIOS,
  WhatIfQuestion,
  WhatIfScenario,
  whatIf,
} from '.';

function ask(
  scenario: WhatIfScenario,
  subjects: readonly RemovalSubject[],
  more: Partial<WhatIfQuestion> = {},
) {
  const answer = whatIf({ scenario, subjects, ...more });
  return { ...answer, first: answer.subjects[0] };
}

const codes = (messages: ReadonlyArray<{ code: string }>) =>
  messages.map(({ code }) => code);

describe('an Ingress that is served', () => {
  const subjects = watchUpTo('ingress-alb', 0);

  it('goes with its owner, and nothing is left', () => {
    const { first, totals, order } = ask('owner-goes', subjects);
    expect(first).toMatchObject({ outcome: 'goes', hangs: [], leaks: [] });
    expect(first.goes.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['load-balancer', 'target-group']),
    );
    expect(totals).toMatchObject({ goes: 1, leaks: 0 });
    expect(codes(order)).toEqual([
      'order.move-traffic',
      'order.delete-owners',
      'order.wait-until-gone',
    ]);
  });

  it('keeps serving without its controller, and would hang afterwards', () => {
    const { first, order, notes } = ask('controller-goes', subjects);
    expect(first).toMatchObject({
      outcome: 'stays',
      hangs: [
        {
          object: 'Ingress shop/web',
          finalizers: ['ingress.k8s.aws/resources'],
          when: 'later',
        },
      ],
      leaks: [],
    });
    // Ingress first, then the class, then the controller, then IAM.
    expect(codes(order)).toEqual([
      'order.move-traffic',
      'order.delete-owners',
      'order.wait-until-gone',
      'order.delete-classes',
      'order.uninstall-controller',
      'order.delete-iam',
    ]);
    expect(codes(notes)).toContain('what-if.note.helm-takes-class');
  });

  it('freezes without its class, and hangs once deleted', () => {
    const { first, order } = ask('ingress-class-goes', subjects);
    expect(first).toMatchObject({
      outcome: 'stays',
      because: { params: { classes: ['alb'] } },
      hangs: [{ object: 'Ingress shop/web', when: 'later' }],
    });
    expect(codes(order).pop()).toBe('order.delete-classes');
    expect(
      ask('ingress-class-goes', subjects, { ingressClass: 'other' }).first
        .outcome,
    ).toBe('unaffected');
  });

  it('leaks with ids when its cluster goes', () => {
    const { first, notes } = ask('cluster-goes', subjects);
    expect(first.outcome).toBe('leaks');
    expect(first.leaks.map(({ id }) => id)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/:loadbalancer\/app\/k8s-shop-web-/),
        expect.stringMatching(/:targetgroup\//),
        expect.stringMatching(/^sg-/),
      ]),
    );
    expect(codes(notes)).toContain('what-if.note.vpc-stays');
  });

  it('says what was not seen', () => {
    const { unknown } = ask('cluster-goes', subjects, {
      unread: [{ cluster: 'prod-1', kind: 'gateways' }],
      more: 3,
    });
    expect(codes(unknown)).toEqual([
      'what-if.unknown.unread',
      'what-if.unknown.more',
    ]);
    const [{ removal, ...without }] = subjects;
    expect(ask('owner-goes', [without]).first).toMatchObject({
      outcome: 'unknown',
      because: { code: 'what-if.unknown.facts' },
    });
  });

  it('would leak if something stripped its finalizer (F30)', () => {
    const [subject] = subjects;
    const stripped = {
      ...subject,
      removal: subject.removal && {
        ...subject.removal,
        owners: subject.removal.owners.map(owner => ({
          ...owner,
          finalizers: [],
        })),
      },
    };
    expect(ask('owner-goes', [stripped]).first).toMatchObject({
      outcome: 'leaks',
      because: { code: 'what-if.leaks-without-finalizer' },
    });
  });

  it('names nothing in the way of what has neither finalizer nor load balancer', () => {
    const [subject] = watchUpTo('ingress-alb', 1);
    const { loadBalancer: _, ...without } = subject;
    const late = {
      ...without,
      removal: subject.removal && {
        ...subject.removal,
        owners: subject.removal.owners.map(owner => ({
          ...owner,
          finalizers: [],
        })),
      },
    };
    const { first, order } = ask('owner-goes', [late]);
    expect(first).toMatchObject({ outcome: 'goes', hangs: [], blocks: [] });
    expect(codes(order)).toEqual(['order.delete-owners']);
  });

  it('does not know what nobody knows of the controller', () => {
    const [subject] = subjects;
    const unsure = {
      ...subject,
      controller: 'unknown' as const,
      removal: subject.removal && {
        ...subject.removal,
        owners: subject.removal.owners.map(owner => ({
          ...owner,
          attended: 'unknown' as const,
        })),
      },
    };
    expect(ask('owner-goes', [unsure]).first).toMatchObject({
      outcome: 'unknown',
      goes: [],
    });
  });
});

describe('an Ingress without a controller (F1)', () => {
  const subjects = watchUpTo('ingress-alb', 1);

  it('hangs on its finalizer, with the namespace, and says who could help', () => {
    const { first, order } = ask('namespace-goes', subjects);
    expect(first.outcome).toBe('hangs');
    expect(first.hangs.map(({ object }) => object)).toEqual(
      expect.arrayContaining(['Ingress shop/web', 'Namespace shop']),
    );
    expect(codes(order)[0]).toBe('order.start-controller');
    expect(codes(first.blocks)).toContain('blocker.no-controller');
    expect(first.leaks).toEqual([]);
  });
});

describe('an orphan', () => {
  const subjects = watchUpTo('ingress-alb', 3);

  it('is left over whatever goes, and its bindings hold the namespace (O2)', () => {
    const { first } = ask('namespace-goes', subjects, { namespace: 'shop' });
    expect(first).toMatchObject({
      outcome: 'leaks',
      because: { code: 'what-if.leaks-already' },
    });
    expect(first.hangs.map(({ object }) => object)).toEqual(
      expect.arrayContaining([
        'TargetGroupBinding shop/k8s-shop-web-3a65c6b6b7',
      ]),
    );
    const alone = ask('controller-goes', subjects);
    expect(alone.first.hangs).toEqual([]);
    expect(codes(alone.order)[0]).toBe('order.clean-up');
    expect(alone.notes).toEqual([]);
    expect(ask('cluster-goes', subjects).totals.leaks).toBe(1);
  });
});

it('is left over where its owner has another one now (F7)', () => {
  const [first] = watchUpTo('ingress-alb', 0);
  const { first: answer, order } = ask('owner-goes', [
    { ...first, state: 'superseded' },
  ]);
  expect(answer).toMatchObject({
    outcome: 'leaks',
    because: { code: 'what-if.leaks-superseded' },
  });
  expect(codes(order)[0]).toBe('order.clean-up');
});

describe('a group', () => {
  const subjects = watchUpTo('ingress-group', 0);

  it('stays when one member goes, and goes with the last', () => {
    const { first } = ask('owner-goes', subjects);
    expect(first).toMatchObject({
      outcome: 'stays',
      because: { code: 'what-if.one-of-many' },
    });
    expect(first.goes.length).toBeGreaterThan(0);
  });

  it('stays for members outside of a namespace that goes', () => {
    const { first, notes } = ask('namespace-goes', subjects, {
      namespace: 'blog',
    });
    expect(first).toMatchObject({
      outcome: 'stays',
      because: { code: 'what-if.group-stays' },
      hangs: [],
    });
    expect(codes(notes)).toEqual(['what-if.note.members-outside']);
    expect(
      ask('namespace-goes', subjects, { namespace: 'nowhere' }).first.outcome,
    ).toBe('unaffected');
  });
});

describe('deletion protection (F13)', () => {
  it('is named as what blocks', () => {
    const subjects = watchUpTo('deletion-protection', 0);
    const blocks = subjects.flatMap(
      subject => ask('owner-goes', [subject]).first.blocks,
    );
    expect(codes(blocks)).toContain('blocker.deletion-protection');
  });
});

describe('what the controller does not own', () => {
  const base = watchUpTo('ingress-alb', 0)[0];
  const of = (generation: RemovalSubject['generation']) => [
    { ...base, generation },
  ];

  it.each<[RemovalSubject['generation'], WhatIfScenario, string]>([
    ['unmanaged', 'cluster-goes', 'unaffected'],
    ['alb-ingress-v1', 'owner-goes', 'unaffected'],
    ['in-tree', 'controller-goes', 'unaffected'],
    ['in-tree', 'owner-goes', 'unknown'],
    ['in-tree', 'cluster-goes', 'leaks'],
    ['eks-auto-mode', 'ingress-class-goes', 'unaffected'],
    ['eks-auto-mode', 'cluster-goes', 'unknown'],
  ])('%s, %s: %s', (generation, scenario, outcome) => {
    expect(ask(scenario, of(generation)).first.outcome).toBe(outcome);
  });
});

it('never tells anybody to remove a finalizer', () => {
  const steps = [0, 1, 2, 3].flatMap(step => watchUpTo('ingress-alb', step));
  for (const scenario of WHAT_IF_SCENARIOS) {
    const { order, subjects, notes } = whatIf({ scenario, subjects: steps });
    for (const each of order) {
      expect(renderMessage(each)).not.toMatch(/finalizer/i);
    }
    for (const { because } of subjects.flatMap(({ hangs }) => hangs)) {
      expect(renderMessage(because)).not.toMatch(/^remove/i);
    }
    expect(JSON.stringify(notes)).not.toMatch(/patch|--type=json/);
  }
});

it('counts what hand-written target bindings lose', () => {
  const subjects = watchUpTo('ingress-alb', 0);
  const { order } = ask('cluster-goes', subjects, {
    looseTargetBindings: [
      { cluster: 'prod-1', namespace: 'shop', name: 'by-hand' },
    ],
  });
  expect(order).toContainEqual(
    message('order.delete-target-bindings', {
      names: ['shop/by-hand'],
      count: 1,
    }),
  );
});
