import { parseEntityClaims } from './claims';
import { MatchableEntity } from './entity';
import { matchEntity, MatchingSettings } from './match';
import { EntityMatchIndex } from './matchIndex';
import { MatchingFacts, MatchingObject } from './types';

const ARN =
  'arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/k8s-shop/50dc6c495c0c9188';
const context = {
  clusters: ['prod-1', 'prod-2'],
  scopes: [{ accountId: '123456789012', region: 'eu-west-1' }],
};

function object(
  name: string,
  labels: Record<string, string> = {},
): MatchingObject {
  return {
    kind: 'Ingress',
    namespace: 'shop',
    name,
    labels,
    annotations: {},
  };
}

const facts: MatchingFacts = {
  cluster: 'prod-1',
  accountId: '123456789012',
  region: 'eu-west-1',
  arn: ARN,
  dnsName: 'k8s-shop-123.eu-west-1.elb.amazonaws.com',
  stacks: ['ingress/shop/web', 'group/edge'],
  tags: { team: 'payments', app: 'checkout', odd: 'a,b=c' },
  owners: [object('web', { app: 'checkout', tier: 'web' })],
  backends: [
    { ...object('api', { app: 'cart' }), routes: ['shop.example.com/api'] },
    { ...object('img', { app: 'cart' }), routes: ['shop.example.com/img'] },
  ],
};

function match(
  entity: {
    annotations?: Record<string, string>;
    name?: string;
    relations?: MatchableEntity['relations'];
  },
  options: {
    settings?: Partial<MatchingSettings>;
    facts?: Partial<MatchingFacts>;
  } = {},
) {
  const { annotations, name = 'other', relations } = entity;
  const whole: MatchableEntity = {
    kind: 'Component',
    metadata: { name, annotations },
    relations,
  };
  const { claims } = parseEntityClaims(whole, context);
  const settings = {
    serviceLocator: 'multiTenant',
    entityTags: [],
    ...options.settings,
  };
  const subject = { ...facts, ...options.facts };
  const alone = matchEntity({
    entity: whole,
    claims,
    facts: subject,
    settings,
  });
  // The index finds the same, whatever it looks at first.
  const index = EntityMatchIndex.create({
    settings,
    facts: [
      { subjectId: 's', facts: subject },
      {
        subjectId: 'empty',
        facts: { stacks: [], tags: {}, owners: [], backends: [] },
      },
    ],
  });
  expect(index.match(whole, claims)).toEqual(
    alone ? [{ subjectId: 's', ...alone }] : [],
  );
  return alone;
}

const SELECTOR = 'backstage.io/kubernetes-label-selector';

describe('annotation', () => {
  it.each<Record<string, string>>([
    { 'lbc/stack': 'prod-1/ingress/shop/web' },
    { 'lbc/stack': 'prod-1/group/edge' },
    { 'lbc/tags': 'team=payments,app=checkout' },
    { 'lbc/tags': 'odd=a%2Cb=c' },
    { 'aws.amazon.com/arn': ARN },
    { 'amazonaws.com/load-balancer-arn': ARN },
    {
      'amazonaws.com/load-balancer-dns-name':
        'dualstack.K8S-shop-123.eu-west-1.elb.amazonaws.com.',
    },
  ])('%o is a claim', annotations => {
    expect(match({ annotations })).toEqual({
      via: 'annotation',
      claimOnly: true,
    });
  });

  it.each<Record<string, string>>([
    { 'lbc/stack': 'prod-2/ingress/shop/web' },
    { 'lbc/stack': 'prod-1/service/shop/web' },
    { 'lbc/tags': 'team=payments,app=cart' },
    { 'lbc/tags': 'constructor=x' },
  ])('%o is none', annotations => {
    expect(match({ annotations })).toBeUndefined();
  });

  it('is the strongest, and no mere claim where the owner agrees', () => {
    expect(
      match({
        annotations: {
          'lbc/stack': 'prod-1/ingress/shop/web',
          [SELECTOR]: 'app=checkout',
        },
      }),
    ).toEqual({
      via: 'annotation',
      claimOnly: false,
      objects: ['Ingress/shop/web'],
    });
  });
});

describe('kubernetes', () => {
  it('follows the label selector', () => {
    const via = {
      via: 'kubernetes',
      claimOnly: false,
      objects: ['Ingress/shop/web'],
    };
    expect(match({ annotations: { [SELECTOR]: 'app=checkout' } })).toEqual(via);
    expect(
      match({
        annotations: { [SELECTOR]: 'tier notin (api), app, app!=cart' },
      }),
    ).toEqual(via);
    expect(match({ annotations: { [SELECTOR]: 'app=none' } })).toBeUndefined();
  });

  it('follows the id label, by annotation or by name', () => {
    const owners = [object('web', { 'backstage.io/kubernetes-id': 'shop' })];
    const id = { 'backstage.io/kubernetes-id': 'shop' };
    expect(match({ annotations: id }, { facts: { owners } })?.via).toBe(
      'kubernetes',
    );
    expect(match({ name: 'shop' }, { facts: { owners } })?.via).toBe(
      'kubernetes',
    );
    expect(match({ name: 'other' }, { facts: { owners } })).toBeUndefined();
  });

  it('looks only in the namespace that the annotation names', () => {
    const annotations = {
      [SELECTOR]: 'app=checkout',
      'backstage.io/kubernetes-namespace': 'elsewhere',
    };
    expect(match({ annotations })).toBeUndefined();
  });

  it('keeps to the cluster of a single tenant', () => {
    const settings = { serviceLocator: 'singleTenant' };
    const annotations = {
      [SELECTOR]: 'app=checkout',
      'backstage.io/kubernetes-cluster': 'prod-2',
    };
    expect(match({ annotations }, { settings })).toBeUndefined();
    expect(match({ annotations })?.via).toBe('kubernetes');
    expect(
      match({ annotations: { [SELECTOR]: 'app=checkout' } }, { settings })?.via,
    ).toBe('kubernetes');
  });

  it('keeps to clusters that the entity depends on by relation', () => {
    const settings = { serviceLocator: 'catalogRelation' };
    const annotations = { [SELECTOR]: 'app=checkout' };
    const relation = (targetRef: string) => [{ type: 'dependsOn', targetRef }];
    expect(match({ annotations }, { settings })).toBeUndefined();
    expect(
      match(
        { annotations, relations: relation('resource:default/prod-2') },
        { settings },
      ),
    ).toBeUndefined();
    expect(
      match(
        { annotations, relations: relation('resource:default/prod-1') },
        { settings },
      )?.via,
    ).toBe('kubernetes');
  });
});

describe('backend', () => {
  it('gives a team its paths through a load balancer of others', () => {
    expect(match({ annotations: { [SELECTOR]: 'app=cart' } })).toEqual({
      via: 'backend',
      claimOnly: false,
      ownRoutes: ['shop.example.com/api', 'shop.example.com/img'],
      objects: ['Ingress/shop/api', 'Ingress/shop/img'],
    });
  });
});

describe('tag', () => {
  const entityTags = [{ key: 'app' }];

  it('names the entity, by configured keys or by its reference', () => {
    const via = { via: 'tag', claimOnly: false };
    expect(match({ name: 'checkout' }, { settings: { entityTags } })).toEqual(
      via,
    );
    expect(
      match(
        { name: 'checkout' },
        {
          facts: {
            tags: { 'backstage.io/entity-ref': 'Component:default/Checkout' },
          },
        },
      ),
    ).toEqual(via);
  });

  it('attaches nowhere where kind or namespace differ', () => {
    expect(
      match(
        { name: 'checkout' },
        { settings: { entityTags: [{ key: 'app', kind: 'System' }] } },
      ),
    ).toBeUndefined();
    expect(
      match(
        { name: 'checkout' },
        { settings: { entityTags: [{ key: 'app', namespace: 'pay' }] } },
      ),
    ).toBeUndefined();
  });

  it('attaches to none where it is ambiguous', () => {
    const tags = {
      app: 'checkout',
      'backstage.io/entity-ref': 'component:default/cart',
    };
    const options = { settings: { entityTags }, facts: { tags } };
    expect(match({ name: 'checkout' }, options)).toBeUndefined();
    expect(match({ name: 'cart' }, options)).toBeUndefined();
    expect(
      match(
        { name: 'cart' },
        { facts: { tags: { 'backstage.io/entity-ref': 'cart' } } },
      ),
    ).toBeUndefined();
  });
});
