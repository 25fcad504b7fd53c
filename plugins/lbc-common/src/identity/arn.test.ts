import fc from 'fast-check';
import { parseArn, parseElbArn, scopeIdOf } from './arn';

const BASE = 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:';

describe('parseElbArn', () => {
  it.each([
    ['loadbalancer/app/web/50dc6c495c0c9188', 'load-balancer', 'web'],
    ['loadbalancer/net/tcp/50dc6c495c0c9188', 'load-balancer', 'tcp'],
    ['loadbalancer/gwy/fw/50dc6c495c0c9188', 'load-balancer', 'fw'],
    ['loadbalancer/classic', 'classic-load-balancer', 'classic'],
    ['targetgroup/web/50dc6c495c0c9188', 'target-group', 'web'],
    ['listener/app/web/1/2', 'listener', 'web'],
    ['listener-rule/app/web/1/2/3', 'listener-rule', 'web'],
  ])('%s is a %s', (resource, kind, name) => {
    expect(parseElbArn(`${BASE}${resource}`)).toMatchObject({ kind, name });
  });

  it.each([
    'nonsense',
    `${BASE}loadbalancer/`,
    `${BASE}loadbalancer/xyz/web/1`,
    `${BASE}targetgroup/web`,
    'arn:aws:s3:::bucket',
    'arn:aws:elasticloadbalancing:eu-west-1::loadbalancer/app/web/1',
    'arn:aws:elasticloadbalancing:eu-west-1:12345:loadbalancer/app/web/1',
  ])('%s is none', text => {
    expect(parseElbArn(text)).toBeUndefined();
  });

  it('keeps partition, account and Region', () => {
    const arn = parseArn(
      'arn:aws-cn:elasticloadbalancing:cn-north-1:123456789012:loadbalancer/app/web/1',
    );
    expect(arn?.partition).toBe('aws-cn');
    expect(arn && scopeIdOf(arn)).toBe('123456789012/cn-north-1');
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        parseElbArn(`${BASE}${text}`);
        parseElbArn(text);
      }),
    );
    expect(parseElbArn('')).toBeUndefined();
  });
});
