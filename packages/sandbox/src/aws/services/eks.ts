import { asObject, asString } from '../../json';
import { AwsError } from '../AwsError';
import { AwsRequest } from '../AwsRequest';
import { AwsService, OperationContext } from '../AwsService';
import { paginate } from '../paging';
import { restJsonProtocol } from '../protocols';

/** Answers of DescribeCluster by the cluster's name; ListClusters is its names. */
const CLUSTERS = 'eks/DescribeCluster';

export const eksService: AwsService = {
  name: 'eks',
  signingName: 'eks',
  iamPrefix: 'eks',
  protocol: restJsonProtocol(),
  codes: {
    denied: 'AccessDeniedException',
    throttled: 'ThrottlingException',
    expired: 'ExpiredTokenException',
    unknownKey: 'UnrecognizedClientException',
    invalid: 'InvalidParameterException',
  },
  route,
  operations: {
    ListClusters: context => {
      const { params, scope } = context;
      const { items, next } = paginate(context, {
        items: scope
          .allKeyed(CLUSTERS)
          .map(({ cluster }) => ({ name: asString(asObject(cluster).name) })),
        size: params.maxResults,
        token: params.nextToken,
        limits: { max: 100, default: 100 },
        invalid: {
          size: () => invalid('maxResults must be between 1 and 100'),
          token: () => invalid('The nextToken is not valid'),
        },
      });
      return {
        clusters: items.map(({ name }) => name ?? null),
        ...(next !== undefined && { nextToken: next }),
      };
    },
    DescribeCluster: ({ params, scope }: OperationContext) => {
      const name = asString(params.name);
      const found = scope.keyed(CLUSTERS, name);
      if (!found) {
        throw new AwsError({
          code: 'ResourceNotFoundException',
          message: `No cluster found for name: ${name}.`,
          status: 404,
        });
      }
      return found;
    },
  },
};

/** EKS' operations are methods and paths. */
function route({
  operation,
  query,
}: AwsRequest): Pick<AwsRequest, 'operation' | 'params'> | undefined {
  const [method, path] = operation.split(' ');
  if (method !== 'GET') {
    return undefined;
  }
  if (path === '/clusters') {
    return { operation: 'ListClusters', params: { ...query } };
  }
  const [, name] = /^\/clusters\/([^/]+)$/.exec(path) ?? [];
  return name === undefined
    ? undefined
    : {
        operation: 'DescribeCluster',
        params: { name: decodeURIComponent(name) },
      };
}

function invalid(message: string): AwsError {
  return new AwsError({ code: 'InvalidParameterException', message });
}
