import {
  createConditionExports,
  createPermissionResourceRef,
  createPermissionRule,
} from '@backstage/plugin-permission-node';
import { RESOURCE_TYPE_LBC_STACK } from '@lbc-backstage/plugin-lbc-common';
import { z } from 'zod';

/**
 * What permission rules judge a stack by: its own facts, never what an
 * entity's annotation claims of it.
 * @public
 */
export interface LbcStackResource {
  /** The portal's name of its cluster, where a binding says. */
  cluster?: string;
  accountId?: string;
  region?: string;
  /** Namespaces of its owners. */
  namespaces: readonly string[];
  /** Owners of the entities that have it by more than an annotation. */
  derivedOwners: readonly string[];
}

/** What the rules turn into: a column of stacks and the values that it may have. @public */
export interface LbcStackFilter {
  key: 'cluster' | 'accountId' | 'region' | 'namespace' | 'derivedOwner';
  values: string[];
}

/** Stacks as a resource type of the permission system. @public */
export const lbcStackResourceRef = createPermissionResourceRef<
  LbcStackResource,
  LbcStackFilter
>().with({ pluginId: 'lbc', resourceType: RESOURCE_TYPE_LBC_STACK });

const isInCluster = createPermissionRule({
  name: 'IS_IN_CLUSTER',
  description: 'Allow stacks of the given clusters',
  resourceRef: lbcStackResourceRef,
  paramsSchema: z.object({
    clusters: z
      .array(z.string())
      .describe('Names of clusters, as the portal knows them'),
  }),
  apply: ({ cluster }, { clusters }) =>
    cluster !== undefined && clusters.includes(cluster),
  toQuery: ({ clusters }) => ({ key: 'cluster', values: clusters }),
});

const isInAccount = createPermissionRule({
  name: 'IS_IN_ACCOUNT',
  description: 'Allow stacks whose load balancer is in the given AWS accounts',
  resourceRef: lbcStackResourceRef,
  paramsSchema: z.object({
    accountIds: z
      .array(z.string())
      .describe('AWS account ids, twelve digits each'),
  }),
  apply: ({ accountId }, { accountIds }) =>
    accountId !== undefined && accountIds.includes(accountId),
  toQuery: ({ accountIds }) => ({ key: 'accountId', values: accountIds }),
});

const isInNamespace = createPermissionRule({
  name: 'IS_IN_NAMESPACE',
  description:
    'Allow stacks with an owner in the given namespaces, whatever the cluster',
  resourceRef: lbcStackResourceRef,
  paramsSchema: z.object({
    namespaces: z.array(z.string()).describe('Names of Kubernetes namespaces'),
  }),
  apply: (stack, { namespaces }) =>
    stack.namespaces.some(namespace => namespaces.includes(namespace)),
  toQuery: ({ namespaces }) => ({ key: 'namespace', values: namespaces }),
});

function normalized(claims: readonly string[]): string[] {
  return claims.map(claim => claim.toLocaleLowerCase('en-US'));
}

const isOwnedBy = createPermissionRule({
  name: 'IS_OWNED_BY',
  description:
    'Allow stacks of entities that the given users or groups own, by more than an annotation that names the stack',
  resourceRef: lbcStackResourceRef,
  paramsSchema: z.object({
    claims: z
      .array(z.string())
      .describe(
        'Whole entity references of owners, as in group:default/team-a',
      ),
  }),
  apply: ({ derivedOwners }, { claims }) =>
    normalized(claims).some(claim => derivedOwners.includes(claim)),
  toQuery: ({ claims }) => ({
    key: 'derivedOwner',
    values: normalized(claims),
  }),
});

/** The rules that policies may build conditions on stacks from. @public */
export const lbcStackRules = {
  isInCluster,
  isInAccount,
  isInNamespace,
  isOwnedBy,
};

const conditionExports = createConditionExports({
  resourceRef: lbcStackResourceRef,
  rules: lbcStackRules,
});

/** Conditions on stacks, for permission policies. @public */
export const lbcStackConditions = conditionExports.conditions;

/** Makes a conditional decision on stacks, for permission policies. @public */
export const createLbcStackConditionalDecision =
  conditionExports.createConditionalDecision;
