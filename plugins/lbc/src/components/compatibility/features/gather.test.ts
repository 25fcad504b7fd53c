import { features } from '../../../__fixtures__/compatibility';
import { eachFeature, gatherFeatures, objectName } from './gather';

it('gathers what is used by several, most urgent first', () => {
  const lines = gatherFeatures(features);
  expect(lines.map(({ feature }) => feature.status)).toEqual([
    'unrecognised',
    'removed',
    'not-yet',
    'ignored',
    'read',
  ]);
  expect(lines[4].objects).toEqual(['Ingress shop/web', 'Ingress shop/api']);
});

it('tells the same feature apart where another becomes of it', () => {
  const [read] = features;
  expect(gatherFeatures([read, { ...read, status: 'ignored' }])).toHaveLength(
    2,
  );
});

it('has a line for each object', () => {
  expect(eachFeature(features)).toHaveLength(features.length);
});

it('names what has no namespace', () => {
  expect(objectName({ kind: 'IngressClassParams', name: 'alb' })).toBe(
    'IngressClassParams alb',
  );
});
