import { JsonObject, JsonValue, asObject, asString } from '../../json';
import { AwsError } from '../AwsError';
import { AwsRequest } from '../AwsRequest';
import { AwsService, OperationContext } from '../AwsService';
import { paginate } from '../paging';
import { restJsonProtocol } from '../protocols';

/** Answers of DescribeCluster by the cluster's name; ListClusters is its names. */
const CLUSTERS = 'eks/DescribeCluster';

/** Answers of DescribePodIdentityAssociation by the association's id. */
const ASSOCIATIONS = 'eks/DescribePodIdentityAssociation';

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
        ...pages(params),
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
        throw notFound(`No cluster found for name: ${name}.`);
      }
      return found;
    },
    DescribeClusterVersions: context => {
      const { items, next } = paginate(context, {
        items: context.scope.list(
          'eks/DescribeClusterVersions',
          'clusterVersions',
        ),
        ...pages(context.params),
      });
      return {
        clusterVersions: items,
        ...(next !== undefined && { nextToken: next }),
      };
    },
    ListPodIdentityAssociations: context => {
      const { params, scope } = context;
      const wanted = (key: string, value: JsonValue | undefined) =>
        params[key] === undefined || params[key] === value;
      const { items, next } = paginate(context, {
        items: scope
          .allKeyed(ASSOCIATIONS)
          .map(({ association }) => asObject(association))
          .filter(
            each =>
              each.clusterName === params.clusterName &&
              wanted('namespace', each.namespace) &&
              wanted('serviceAccount', each.serviceAccount),
          )
          // A summary does not say the role.
          .map(({ roleArn, targetRoleArn, ...summary }) => summary),
        ...pages(params),
      });
      return {
        associations: items,
        ...(next !== undefined && { nextToken: next }),
      };
    },
    DescribePodIdentityAssociation: ({ params, scope }: OperationContext) => {
      const id = asString(params.associationId);
      const found = scope.keyed(ASSOCIATIONS, id);
      if (asObject(found?.association).clusterName !== params.clusterName) {
        throw notFound(`No association found for id: ${id}.`);
      }
      return found ?? {};
    },
  },
};

/** Pages as EKS counts them. */
function pages(params: JsonObject) {
  return {
    size: params.maxResults,
    token: params.nextToken,
    limits: { max: 100, default: 100 },
    invalid: {
      size: () => invalid('maxResults must be between 1 and 100'),
      token: () => invalid('The nextToken is not valid'),
    },
  };
}

function notFound(message: string): AwsError {
  return new AwsError({
    code: 'ResourceNotFoundException',
    message,
    status: 404,
  });
}

/** EKS' operations are methods and paths. */
const ROUTES: Array<[RegExp, string, string[]]> = [
  [/^\/clusters$/, 'ListClusters', []],
  [/^\/cluster-versions$/, 'DescribeClusterVersions', []],
  [/^\/clusters\/([^/]+)$/, 'DescribeCluster', ['name']],
  [
    /^\/clusters\/([^/]+)\/pod-identity-associations$/,
    'ListPodIdentityAssociations',
    ['clusterName'],
  ],
  [
    /^\/clusters\/([^/]+)\/pod-identity-associations\/([^/]+)$/,
    'DescribePodIdentityAssociation',
    ['clusterName', 'associationId'],
  ],
];

function route({
  operation: called,
  query,
}: AwsRequest): Pick<AwsRequest, 'operation' | 'params'> | undefined {
  const [method, path] = called.split(' ');
  for (const [pattern, operation, names] of ROUTES) {
    const match = method === 'GET' ? pattern.exec(path) : null;
    if (match) {
      const params = names.map((name, index): [string, string] => [
        name,
        decodeURIComponent(match[index + 1]),
      ]);
      return {
        operation,
        params: { ...query, ...Object.fromEntries(params) },
      };
    }
  }
  return undefined;
}

function invalid(message: string): AwsError {
  return new AwsError({ code: 'InvalidParameterException', message });
}
