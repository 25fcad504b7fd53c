import { parseAwsRequest } from './AwsRequest';

const SIGNED =
  'AWS4-HMAC-SHA256 Credential=AKIA1/20261124/eu-west-1/elasticloadbalancing/aws4_request, SignedHeaders=host, Signature=0';

function parse(options: {
  body?: string;
  headers?: Record<string, string>;
  method?: string;
  path?: string;
}) {
  return parseAwsRequest({
    method: options.method ?? 'POST',
    url: new URL(options.path ?? '/', 'http://aws'),
    headers: { authorization: SIGNED, ...options.headers },
    body: options.body ?? '',
  });
}

describe('parseAwsRequest', () => {
  it('reads a query with lists', () => {
    const body =
      'Action=DescribeTags&Version=2015-12-01&ResourceArns.member.2=b&ResourceArns.member.1=a&PageSize=3';
    expect(parse({ body })).toEqual({
      protocol: 'query',
      operation: 'DescribeTags',
      readOnly: true,
      version: '2015-12-01',
      params: { ResourceArns: ['a', 'b'], PageSize: '3' },
      signature: {
        accessKeyId: 'AKIA1',
        region: 'eu-west-1',
        service: 'elasticloadbalancing',
      },
      sessionToken: undefined,
    });
  });

  it("reads EC2's lists of objects", () => {
    const body =
      'Action=DescribeVpcs&Version=1&Filter.1.Name=vpc-id&Filter.1.Value.1=x&Filter.1.Value.2=y';
    expect(parse({ body }).params).toEqual({
      Filter: [{ Name: 'vpc-id', Value: ['x', 'y'] }],
    });
  });

  it('keeps more than nine members in order', () => {
    const body = Array.from({ length: 12 }, (_, i) => `A.member.${i + 1}=${i}`);
    expect(parse({ body: `Action=GetX&${body.join('&')}` }).params.A).toEqual(
      Array.from({ length: 12 }, (_, i) => String(i)),
    );
  });

  it('reads JSON', () => {
    const request = parse({
      body: '{"ResourcesPerPage":7}',
      headers: {
        'x-amz-target': 'ResourceGroupsTaggingAPI_20170126.GetResources',
        'x-amz-security-token': 'token',
      },
    });
    expect(request).toMatchObject({
      protocol: 'json',
      operation: 'GetResources',
      params: { ResourcesPerPage: 7 },
      sessionToken: 'token',
    });
  });

  it.each([
    ['Action=DeleteLoadBalancer', false],
    ['Action=AssumeRole', true],
    ['Action=ListTags', true],
    ['Action=RegisterTargets', false],
  ])('knows whether %s changes nothing', (body, readOnly) => {
    expect(parse({ body }).readOnly).toBe(readOnly);
  });

  it('takes the rest for REST', () => {
    expect(parse({ method: 'GET', path: '/clusters/a' })).toMatchObject({
      protocol: 'rest',
      operation: 'GET /clusters/a',
      readOnly: true,
    });
    expect(parse({ method: 'DELETE', path: '/clusters/a' }).readOnly).toBe(
      false,
    );
  });
});
