import {
  JsonObject,
  JsonValue,
  asArray,
  asObjects,
  asString,
} from '../../json';
import { AwsError } from '../AwsError';
import { AwsService, OperationContext } from '../AwsService';
import { paginate } from '../paging';
import { jsonProtocol } from '../protocols';

const RESOURCES = 'resourcegroupstaggingapi/GetResources';
const KEY = 'ResourceTagMappingList';

export const taggingService: AwsService = {
  name: 'tagging',
  signingName: 'tagging',
  iamPrefix: 'tag',
  protocol: jsonProtocol(),
  codes: {
    denied: 'AccessDeniedException',
    throttled: 'ThrottledException',
    expired: 'ExpiredTokenException',
    unknownKey: 'UnrecognizedClientException',
    invalid: 'InvalidParameterException',
  },
  operations: {
    GetResources: context => {
      const { params, scope } = context;
      const wanted = matcher(params);
      const { items, next } = paginate(context, {
        items: everTagged(context).filter(wanted),
        previous: () => scope.previousList(RESOURCES, KEY)?.filter(wanted),
        size: params.ResourcesPerPage,
        token: params.PaginationToken,
        limits: { max: 100, default: 50 },
        invalid: {
          size: () =>
            invalid('ResourcesPerPage must be between 1 and 100, inclusive'),
          token: () => invalid('The PaginationToken is not valid'),
        },
      });
      return { PaginationToken: next ?? '', [KEY]: items };
    },
  },
};

function invalid(message: string): AwsError {
  return new AwsError({ code: 'InvalidParameterException', message });
}

/**
 * The API returns what has tags or once had some. The simulator that was
 * recorded also lists what never had any; that is left out.
 */
function everTagged({ scope }: OperationContext): JsonObject[] {
  const current = scope.list(RESOURCES, KEY);
  const isTagged = (item: JsonObject) => asArray(item.Tags).length > 0;
  if (current.every(isTagged)) {
    return current;
  }
  const tagged = new Set(
    scope.history(RESOURCES, KEY).filter(isTagged).map(arnOf),
  );
  return current.filter(item => tagged.has(arnOf(item)));
}

function matcher(params: JsonObject): (item: JsonObject) => boolean {
  const types = asArray(params.ResourceTypeFilters).map(type => asString(type));
  const filters = asObjects(params.TagFilters);
  const arns = asArray(params.ResourceARNList).map(arn => asString(arn));
  const tooMany: Array<[string, number, number]> = [
    ['ResourceTypeFilters', types.length, 100],
    ['TagFilters', filters.length, 50],
    ['ResourceARNList', arns.length, 100],
  ];
  for (const [name, count, max] of tooMany) {
    if (count > max) {
      throw invalid(`${name} can have at most ${max} members`);
    }
  }
  if (arns.length > 0 && types.length + filters.length > 0) {
    throw invalid('ResourceARNList cannot be combined with filters');
  }
  return item =>
    (arns.length === 0 || arns.includes(arnOf(item))) &&
    (types.length === 0 || types.some(type => isOfType(arnOf(item), type))) &&
    filters.every(filter => hasTag(item, filter));
}

/** `elasticloadbalancing:loadbalancer`, or a bare `elasticloadbalancing`. */
function isOfType(arn: string, filter: string): boolean {
  const [, , service, , , resource = ''] = arn.split(':');
  const type = resource.split('/')[0];
  return filter === service || filter === `${service}:${type}`;
}

function hasTag(item: JsonObject, filter: JsonObject): boolean {
  const values: JsonValue[] = asArray(filter.Values);
  return asObjects(item.Tags).some(
    ({ Key: key, Value: value }) =>
      key === filter.Key &&
      (values.length === 0 || values.includes(value ?? null)),
  );
}

function arnOf(item: JsonObject): string {
  return asString(item.ResourceARN);
}
