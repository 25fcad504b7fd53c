import { isEksBuild, versionOfImage } from './imageVersion';

const NAME = 'eks/aws-load-balancer-controller';
const DIGEST = `sha256:${'0'.repeat(64)}`;

it.each([
  [`public.ecr.aws/${NAME}:v2.13.0`, { version: 'v2.13.0' }],
  [`${NAME}:2.4.7`, { version: 'v2.4.7' }],
  // A registry's port is no tag.
  [`mirror.example.com:5000/x/${NAME}:v3.5.0`, { version: 'v3.5.0' }],
  [
    `602401143452.dkr.ecr.eu-west-1.amazonaws.com/${NAME}:v2.8.1-eksbuild.1`,
    { version: 'v2.8.1', suffix: 'eksbuild.1' },
  ],
  [`${NAME}:v2.8.1-acme_3`, { version: 'v2.8.1', suffix: 'acme_3' }],
  [`${NAME}:v2.9.0-rc.1`, { version: 'v2.9.0-rc.1' }],
  [`${NAME}:v2.13.0@${DIGEST}`, { version: 'v2.13.0', digest: DIGEST }],
])('reads %s', (image, expected) => {
  expect(versionOfImage(image)).toMatchObject(expected);
});

it.each([
  `${NAME}@${DIGEST}`,
  `mirror.example.com:5000/${NAME}`,
  `${NAME}:latest`,
  `${NAME}:v2.13`,
  `${NAME}:main-2.13.0`,
  `${NAME}:v2.13.0.1`,
  `${NAME}:99999999.1.1`,
  '',
])('knows no version of %s', image => {
  expect(versionOfImage(image).version).toBeUndefined();
});

it('tells a rebuild of AWS from a fork', () => {
  expect(isEksBuild('eksbuild.1')).toBe(true);
  expect(isEksBuild('eksbuild.1-acme')).toBe(false);
});
