import { Rewriter } from './Rewriter';
import { regionCode } from './regions';

const rewriter = new Rewriter({
  accountId: { from: '123456789012', to: '210987654321' },
  region: { from: 'eu-west-1', to: 'eu-central-1' },
});

describe('Rewriter', () => {
  it.each([
    [
      'arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/x/1',
      'arn:aws:elasticloadbalancing:eu-central-1:210987654321:loadbalancer/app/x/1',
    ],
    [
      'k8s-shop-1.eu-west-1.elb.amazonaws.com',
      'k8s-shop-1.eu-central-1.elb.amazonaws.com',
    ],
    ['x-1.elb.eu-west-1.amazonaws.com', 'x-1.elb.eu-central-1.amazonaws.com'],
    ['eu-west-1a', 'eu-central-1a'],
    ['euw1-az3', 'euc1-az3'],
    ['Z32O12XQLNTSW2', 'Z215JYRZR1TBD5'],
    ['--aws-region=eu-west-1', '--aws-region=eu-central-1'],
    ['eu-west-12', 'eu-west-12'],
    ['9123456789012', '9123456789012'],
    ['1234567890123', '1234567890123'],
  ])('rewrites %s', (from, to) => {
    expect(rewriter.text(from)).toBe(to);
  });

  it('rewrites keys as well, and an answer once', () => {
    const answer = {
      'arn:aws:x:eu-west-1:123456789012:y': { Zone: 'eu-west-1b' },
    };
    const rewritten = rewriter.json(answer);
    expect(rewritten).toEqual({
      'arn:aws:x:eu-central-1:210987654321:y': { Zone: 'eu-central-1b' },
    });
    expect(rewriter.json(answer)).toBe(rewritten);
  });

  it('does nothing where nothing is to be changed', () => {
    const answer = { a: 'eu-west-1' };
    const same = new Rewriter({
      region: { from: 'eu-west-1', to: 'eu-west-1' },
    });
    expect(same.json(answer)).toBe(answer);
  });
});

describe('regionCode', () => {
  it.each([
    ['eu-west-1', 'euw1'],
    ['eu-central-1', 'euc1'],
    ['us-east-1', 'use1'],
    ['ap-southeast-2', 'apse2'],
    ['ap-northeast-1', 'apne1'],
  ])('shortens %s to %s', (region, code) => {
    expect(regionCode(region)).toBe(code);
  });
});
