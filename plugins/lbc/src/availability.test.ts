import { evaluateFilterPredicate } from '@backstage/filter-predicates';
import { isLbcAvailable, LBC_ENTITY_FILTER } from './availability';

function entity(
  kind: string,
  type?: string,
  annotations: Record<string, string> = {},
) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name: 'x', annotations },
    ...(type && { spec: { type } }),
  };
}

describe.each([
  [true, entity('Component', 'service')],
  [true, entity('System')],
  [true, entity('Resource', 'kubernetes-cluster')],
  [true, entity('Resource', 'aws-load-balancer')],
  [true, entity('Resource', 'other', { 'lbc/cluster': 'prod-1' })],
  [false, entity('Resource', 'database')],
  [false, entity('Domain')],
  [false, entity('Group', 'team')],
])('the tab is there: %s', (expected, subject) => {
  it(`for ${subject.kind} ${
    subject.spec?.type ?? ''
  }, in both systems alike`, () => {
    expect(isLbcAvailable(subject)).toBe(expected);
    expect(evaluateFilterPredicate(LBC_ENTITY_FILTER, subject)).toBe(expected);
  });
});
