import { responses, checkout } from '../../__fixtures__';
import { annotationExamples, asYaml } from './annotationExamples';

describe('annotationExamples', () => {
  it("fills in the entity's own names", () => {
    expect(
      annotationExamples(checkout, responses.empty.searched).map(asYaml),
    ).toEqual([
      'lbc/stack: prod-1/ingress/shop/checkout',
      'lbc/tags: "app=checkout"',
      'aws.amazon.com/arn: "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/<name>/<id>"',
    ]);
  });

  it('leaves a gap where nothing is known', () => {
    const [stack] = annotationExamples(
      { ...checkout, metadata: { name: 'x' } },
      { clusters: [], scopes: [] },
    );
    expect(asYaml(stack)).toBe('lbc/stack: "<cluster>/ingress/default/x"');
  });
});
