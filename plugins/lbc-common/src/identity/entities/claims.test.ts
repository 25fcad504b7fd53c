import fc from 'fast-check';
import { renderMessage } from '../../messages';
import { parseEntityClaims } from './claims';
import { MatchableEntity } from './entity';

const context = {
  clusters: ['prod-1', 'edge/eu'],
  scopes: [{ accountId: '123456789012', region: 'eu-west-1' }],
};
const ARN =
  'arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/k8s-shop/50dc6c495c0c9188';

function component(
  annotations: Record<string, string>,
  name = 'checkout',
): MatchableEntity {
  return { kind: 'Component', metadata: { name, annotations } };
}

function read(annotations: Record<string, string>) {
  const { claims, problems } = parseEntityClaims(
    component(annotations),
    context,
  );
  return {
    claims,
    problems,
    sentences: problems.map(problem => renderMessage(problem.message)),
  };
}

describe('lbc/stack', () => {
  it.each([
    ['prod-1/ingress/shop/web', 'prod-1', 'ingress/shop/web'],
    ['prod-1/service/shop/web', 'prod-1', 'service/shop/web'],
    ['prod-1/gateway/shop/web', 'prod-1', 'gateway/shop/web'],
    ['prod-1/group/edge', 'prod-1', 'group/edge'],
    ['edge/eu/group/edge', 'edge/eu', 'group/edge'],
    ['edge/eu/ingress/group/x', 'edge/eu', 'ingress/group/x'],
  ])('%s', (text, cluster, stack) => {
    expect(read({ 'lbc/stack': text })).toMatchObject({
      claims: { stacks: [{ cluster, stack }] },
      problems: [],
    });
  });

  it('takes several', () => {
    expect(
      read({ 'lbc/stack': 'prod-1/group/a, prod-1/group/b' }).claims.stacks,
    ).toEqual([
      { cluster: 'prod-1', stack: 'group/a' },
      { cluster: 'prod-1', stack: 'group/b' },
    ]);
  });

  it.each([
    'shop/web',
    'prod-1/ingress/web',
    'prod-1/group/shop/web',
    'prod-1/deployment/shop/web',
    'prod-1/ingress//web',
    '/ingress/shop/web',
  ])('says how to write it instead of %s', text => {
    const { claims, sentences } = read({ 'lbc/stack': text });
    expect(claims.stacks).toEqual([]);
    expect(sentences).toEqual([
      expect.stringMatching(/lbc\/stack holds “.*<cluster>\/group\/<name>/),
    ]);
  });

  it('names the clusters there are for one that is not', () => {
    const { claims, sentences } = read({ 'lbc/stack': 'prod-2/group/edge' });
    expect(claims.stacks).toEqual([]);
    expect(sentences).toEqual([
      expect.stringMatching(/lbc\/stack.*“prod-2”.*prod-1, edge\/eu/),
    ]);
  });

  it('says so where no cluster is known', () => {
    const { problems } = parseEntityClaims(
      component({ 'lbc/stack': 'prod-2/group/edge' }),
      { ...context, clusters: [] },
    );
    expect(problems[0].message.code).toBe('entity.cluster-none-known');
  });
});

describe('lbc/tags', () => {
  it('splits at the first equals sign and knows literals', () => {
    expect(
      read({ 'lbc/tags': 'team=payments, url=a=b ,list=x%2Cy,k%3dk=v,empty=' })
        .claims.tags,
    ).toEqual([
      ['team', 'payments'],
      ['url', 'a=b'],
      ['list', 'x,y'],
      ['k=k', 'v'],
      ['empty', ''],
    ]);
  });

  it.each(['team', 'team=a,,app=b', '=b', ','])('refuses %s whole', text => {
    const { claims, sentences } = read({ 'lbc/tags': text });
    expect(claims.tags).toEqual([]);
    expect(sentences).toEqual([expect.stringMatching(/lbc\/tags/)]);
  });
});

describe('ARNs', () => {
  it.each([
    'aws.amazon.com/arn',
    'amazonaws.com/load-balancer-arn',
    'aws.amazon.com/load-balancer-arn',
  ])('reads %s', annotation => {
    expect(read({ [annotation]: ARN })).toMatchObject({
      claims: { arns: [ARN] },
      problems: [],
    });
  });

  it('names the annotation of a malformed one', () => {
    const { claims, sentences } = read({ 'aws.amazon.com/arn': 'arn:nope' });
    expect(claims.arns).toEqual([]);
    expect(sentences).toEqual([
      expect.stringMatching(/aws\.amazon\.com\/arn holds “arn:nope”.*no ARN/),
    ]);
  });

  it('leaves resources of other services alone where the annotation is for all', () => {
    expect(read({ 'aws.amazon.com/arn': 'arn:aws:s3:::bucket' })).toMatchObject(
      { claims: { arns: [] }, problems: [] },
    );
    expect(
      read({ 'amazonaws.com/load-balancer-arn': 'arn:aws:s3:::bucket' })
        .problems[0].message.code,
    ).toBe('entity.arn-no-load-balancer');
  });

  it('suggests an account that is not configured and claims nothing there', () => {
    const { claims, problems, sentences } = read({
      'aws.amazon.com/arn': ARN.replace('123456789012', '999999999999'),
    });
    expect(claims.arns).toEqual([]);
    expect(problems[0].severity).toBe('info');
    expect(sentences).toEqual([
      expect.stringMatching(
        /999999999999.*eu-west-1.*reads 123456789012\/eu-west-1.*has not been called/,
      ),
    ]);
  });
});

describe('the kubernetes plugin’s annotations', () => {
  it('falls back to the label with the entity’s name', () => {
    expect(read({}).claims.selector).toEqual({
      requirements: [
        {
          key: 'backstage.io/kubernetes-id',
          operator: 'in',
          values: ['checkout'],
        },
      ],
    });
  });

  it('says which selector is malformed and then selects nothing', () => {
    const { claims, sentences } = read({
      'backstage.io/kubernetes-label-selector': 'app in web',
    });
    expect(claims.selector).toBeUndefined();
    expect(sentences).toEqual([expect.stringMatching(/“app in web”/)]);
  });
});

describe('clusters', () => {
  it('knows the cluster that a Resource stands for', () => {
    const entity = (name: string, annotations = {}): MatchableEntity => ({
      kind: 'Resource',
      metadata: { name, annotations },
      spec: { type: 'kubernetes-cluster' },
    });
    const clusterOf = (each: MatchableEntity) =>
      parseEntityClaims(each, context).claims.cluster;
    expect(clusterOf(entity('prod-1'))).toBe('prod-1');
    expect(clusterOf(entity('x', { 'lbc/cluster': 'edge/eu' }))).toBe(
      'edge/eu',
    );
    expect(clusterOf(entity('x', { 'lbc/cluster': 'nope' }))).toBeUndefined();
    expect(clusterOf(component({}, 'prod-1'))).toBeUndefined();
  });
});

it('never throws, whatever stands in the annotations', () => {
  const names = [
    'lbc/stack',
    'lbc/tags',
    'lbc/cluster',
    'aws.amazon.com/arn',
    'amazonaws.com/load-balancer-arn',
    'amazonaws.com/load-balancer-dns-name',
    'backstage.io/kubernetes-label-selector',
    'backstage.io/kubernetes-namespace',
  ];
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.stringMatching(/^[a-z/=,%:!() -]{0,60}$/),
    fc.constant(42 as unknown as string),
    fc.constant(null as unknown as string),
  );
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...names), text), annotations => {
      const { problems } = parseEntityClaims(component(annotations), context);
      return problems.every(
        ({ message }) => !renderMessage(message).includes('?}'),
      );
    }),
  );
});
