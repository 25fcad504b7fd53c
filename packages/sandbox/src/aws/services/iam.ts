import {
  JsonObject,
  JsonValue,
  asObject,
  asObjects,
  asString,
} from '../../json';
import { AwsError, validationError } from '../AwsError';
import { AwsService, OperationContext } from '../AwsService';
import { paginate } from '../paging';
import { queryProtocol } from '../protocols';

/**
 * Answers by the role's name, by `<role>/<policy>`, by the policy's ARN and by
 * `<ARN>/<version>`. Policies are objects; a text goes out as it is.
 */
const ROLES = 'iam/GetRole';
const INLINE = 'iam/GetRolePolicy';
const ATTACHED = 'iam/ListAttachedRolePolicies';
const POLICIES = 'iam/GetPolicy';
const VERSIONS = 'iam/GetPolicyVersion';

export const iamService: AwsService = {
  name: 'iam',
  signingName: 'iam',
  iamPrefix: 'iam',
  global: true,
  protocol: queryProtocol('https://iam.amazonaws.com/doc/2010-05-08/'),
  codes: { throttled: 'Throttling' },
  operations: {
    GetRole: context => {
      const role = asObject(roleOf(context).Role);
      return {
        Role: {
          ...role,
          AssumeRolePolicyDocument: wire(role.AssumeRolePolicyDocument),
        },
      };
    },

    ListRolePolicies: context => {
      const role = asString(asObject(roleOf(context).Role).RoleName);
      const names = context.scope
        .namesAnywhere(INLINE)
        .filter(name => name.startsWith(`${role}/`))
        .map(name => ({ name: name.slice(role.length + 1) }));
      const { items, ...end } = page(context, names);
      return { PolicyNames: items.map(({ name }) => name ?? null), ...end };
    },

    GetRolePolicy: context => {
      const { params, scope } = context;
      roleOf(context);
      const policy = asString(params.PolicyName);
      const found = scope.keyedAnywhere(
        INLINE,
        `${asString(params.RoleName)}/${policy}`,
      );
      if (!found) {
        throw noSuchEntity(
          `The role policy with name ${policy} cannot be found.`,
        );
      }
      return { ...found, PolicyDocument: wire(found.PolicyDocument) };
    },

    ListAttachedRolePolicies: context => {
      roleOf(context);
      const found = context.scope.keyedAnywhere(
        ATTACHED,
        asString(context.params.RoleName),
      );
      const { items, ...end } = page(
        context,
        asObjects(found?.AttachedPolicies),
      );
      return { AttachedPolicies: items, ...end };
    },

    GetPolicy: ({ params, scope }) => {
      const arn = asString(params.PolicyArn);
      const found = scope.keyedAnywhere(POLICIES, arn);
      if (!found) {
        throw noSuchEntity(`Policy ${arn} was not found.`);
      }
      return found;
    },

    GetPolicyVersion: ({ params, scope }) => {
      const arn = asString(params.PolicyArn);
      const version = asString(params.VersionId);
      const found = scope.keyedAnywhere(VERSIONS, `${arn}/${version}`);
      if (!found) {
        throw noSuchEntity(
          `Policy ${arn} version ${version} does not exist or is not attachable.`,
        );
      }
      const inner = asObject(found.PolicyVersion);
      return {
        PolicyVersion: { ...inner, Document: wire(inner.Document) },
      };
    },
  },
};

function roleOf({ params, scope }: OperationContext): JsonObject {
  const name = asString(params.RoleName);
  const found = scope.keyedAnywhere(ROLES, name);
  if (!found) {
    throw noSuchEntity(`The role with name ${name} cannot be found.`);
  }
  return found;
}

/** A policy as IAM sends it: percent-encoded. */
function wire(document: JsonValue | undefined): string {
  return typeof document === 'string'
    ? document
    : encodeURIComponent(JSON.stringify(document ?? {}));
}

function page(context: OperationContext, all: JsonObject[]) {
  const { items, next } = paginate(context, {
    items: all,
    size: context.params.MaxItems,
    token: context.params.Marker,
    limits: { max: 1000, default: 100 },
    invalid: {
      size: () =>
        validationError('maxItems must have value between 1 and 1000'),
      token: () => validationError('Invalid Marker'),
    },
  });
  return {
    items,
    IsTruncated: next !== undefined,
    ...(next !== undefined && { Marker: next }),
  };
}

function noSuchEntity(message: string): AwsError {
  return new AwsError({ code: 'NoSuchEntity', message, status: 404 });
}
