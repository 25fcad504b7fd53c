import { isModelled } from './releases';

it.each([
  ['ingress', 'v3.5.0', true],
  ['ingress', 'v2.17.1', true],
  ['service', '3.2.1', true],
  ['ingress', 'v2.16.0', false],
  ['ingress', 'v3.6.0', false],
  ['gateway', 'v3.5.0', true],
  ['gateway', 'v3.4.3', false],
  ['global-accelerator', 'v3.5.0', false],
  ['ingress', undefined, false],
  ['ingress', 'latest', false],
])('%s of %s is modelled: %s', (family, version, modelled) => {
  expect(isModelled(family, version)).toBe(modelled);
});
