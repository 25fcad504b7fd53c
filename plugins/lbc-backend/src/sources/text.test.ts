import { detailOf } from './text';

const TOKEN = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJl';

it.each([
  [`401: Authorization: Bearer ${TOKEN} is not known`],
  [`{"headers":{"authorization":"bearer ${TOKEN}"}}`],
  [`got ${TOKEN} instead`],
  [
    "The Canonical String for this request should have been 'POST\n/\n\nx-amz-security-token:FwoGZXIvYXdzEJr//////////wEaDExampleToken==\n'",
  ],
])('quotes no credential that a server quotes: %s', said => {
  expect(detailOf(said)).not.toMatch(/eyJ|c2lnbmF0dXJl|FwoG|ExampleToken/);
});

it('is one short line, and acts nowhere', () => {
  expect(detailOf('no\r\n\u001b[31mway\u202e')).toBe('no [31mway\ufffd');
  expect(detailOf('x'.repeat(1_000_000))).toHaveLength(300);
});

it('leaves alone what opens nothing', () => {
  const said =
    'User: arn:aws:sts::123456789012:assumed-role/portal/x is not authorized to perform: ec2:DescribeVpcs';
  expect(detailOf(said)).toBe(said);
});
