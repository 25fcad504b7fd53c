import { JsonObject, asArray, asObjects, asString } from '../../json';
import { AwsError } from '../AwsError';
import { AwsService, Operation } from '../AwsService';
import { paginate } from '../paging';
import { ec2Protocol } from '../protocols';

export const ec2Service: AwsService = {
  name: 'ec2',
  signingName: 'ec2',
  iamPrefix: 'ec2',
  protocol: ec2Protocol('http://ec2.amazonaws.com/doc/2016-11-15/', wireName),
  codes: {
    denied: 'UnauthorizedOperation',
    throttled: 'RequestLimitExceeded',
    expired: 'RequestExpired',
    unknownKey: 'AuthFailure',
    invalid: 'InvalidParameterValue',
  },
  operations: {
    DescribeSecurityGroups: described({
      key: 'SecurityGroups',
      id: 'GroupId',
      parameter: 'GroupId',
      notFound: 'InvalidGroup.NotFound',
    }),
    DescribeSubnets: described({
      key: 'Subnets',
      id: 'SubnetId',
      parameter: 'SubnetId',
      notFound: 'InvalidSubnetID.NotFound',
    }),
    DescribeVpcs: described({
      key: 'Vpcs',
      id: 'VpcId',
      parameter: 'VpcId',
      notFound: 'InvalidVpcID.NotFound',
    }),
  },
};

/** EC2's element names are the fields' in lower camel case, but for some. */
const NAMES: Record<string, string> = {
  SecurityGroups: 'securityGroupInfo',
  Subnets: 'subnetSet',
  Vpcs: 'vpcSet',
  Tags: 'tagSet',
  UserIdGroupPairs: 'groups',
};

function wireName(field: string, path: string[]): string {
  if (field === 'Description' && path.join('/') === 'SecurityGroups') {
    return 'groupDescription';
  }
  return NAMES[field] ?? field.charAt(0).toLowerCase() + field.slice(1);
}

function described(options: {
  key: string;
  id: string;
  parameter: string;
  notFound: string;
}): Operation {
  const { key, id, parameter, notFound } = options;
  return context => {
    const { params, scope, operation } = context;
    const ids = asArray(params[parameter]).map(each => asString(each));
    const all = scope.list(`ec2/${operation}`, key);
    const missing = ids.find(each => !all.some(item => item[id] === each));
    if (missing !== undefined) {
      throw new AwsError({
        code: notFound,
        message: `The ID '${missing}' does not exist`,
      });
    }
    const filters = asObjects(params.Filter);
    const { items, next } = paginate(context, {
      items: all.filter(
        item =>
          (ids.length === 0 || ids.includes(asString(item[id]))) &&
          filters.every(filter => passes(item, filter)),
      ),
      size: params.MaxResults,
      token: params.NextToken,
      limits: { min: 5, max: 1000, default: 1000 },
      invalid: {
        size: () => invalid(`Value (${String(params.MaxResults)})`),
        token: () => invalid('The token'),
      },
    });
    return { [key]: items, NextToken: next };
  };
}

/** Filters that name a field of the item (`vpc-id`) or a tag of it. */
function passes(item: JsonObject, filter: JsonObject): boolean {
  const name = asString(filter.Name);
  const values = asArray(filter.Value).map(value => asString(value));
  const tags = asObjects(item.Tags);
  if (name === 'tag-key') {
    return tags.some(each => values.includes(asString(each.Key)));
  }
  if (name.startsWith('tag:')) {
    return tags.some(
      each =>
        each.Key === name.slice(4) && values.includes(asString(each.Value)),
    );
  }
  const field = name
    .split('-')
    .map(part => part.charAt(0).toUpperCase() + part.slice(1))
    .join('');
  if (!(field in item)) {
    throw invalid(`The filter '${name}'`);
  }
  return values.includes(String(item[field]));
}

function invalid(what: string): AwsError {
  return new AwsError({
    code: 'InvalidParameterValue',
    message: `${what} is invalid`,
  });
}
