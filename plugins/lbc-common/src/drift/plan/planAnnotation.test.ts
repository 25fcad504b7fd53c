import { planAnnotation } from './planAnnotation';

const metadata = {
  name: 'web',
  namespace: 'shop',
  uid: 'u',
  specChangedAt: '2026-11-24T10:00:00Z',
  annotations: { 'alb.ingress.kubernetes.io/dry-run-plan': '{}' },
};

it('counts only if it is newer than the last change of the spec', () => {
  const ageAt = (writtenAt?: string) =>
    planAnnotation(metadata, { writtenAt })?.age;
  expect(ageAt('2026-11-24T10:00:01Z')).toBe('current');
  expect(ageAt('2026-11-24T10:00:00Z')).toBe('older');
  expect(ageAt()).toBe('undated');
});

it('is one of an Ingress or of a Gateway, or none', () => {
  expect(
    planAnnotation({
      ...metadata,
      annotations: { 'gateway.k8s.aws/dry-run-plan': '{"id":"a"}' },
    }),
  ).toEqual({
    annotation: 'gateway.k8s.aws/dry-run-plan',
    json: '{"id":"a"}',
    age: 'undated',
  });
  expect(planAnnotation({ ...metadata, annotations: {} })).toBeUndefined();
});
