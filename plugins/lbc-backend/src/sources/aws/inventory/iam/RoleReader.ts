import {
  AwsIamRole,
  IamDocument,
  Message,
  message,
} from '@lbc-backstage/plugin-lbc-common';
import { IamRoleInUse } from '@lbc-backstage/plugin-lbc-node';
import { z } from 'zod';
import { AwsFailure, nameOf } from '../../failures';
import { ScopeCaller } from '../ScopeCaller';
import { PolicyCache } from './PolicyCache';
import { readDocument } from './documents';

const NOT_FOUND = new Set(['NoSuchEntity', 'NoSuchEntityException']);
const PAGE_SIZE = 100;
/** IAM's own quotas are 20 attached policies and 10,240 characters of inline ones. */
const MAX_POLICIES = 50;

const roleSchema = z.object({
  Arn: z.string().min(1),
  RoleName: z.string().min(1),
  CreateDate: z.date().optional().catch(undefined),
  AssumeRolePolicyDocument: z.string().optional(),
  PermissionsBoundary: z
    .object({ PermissionsBoundaryArn: z.string().min(1) })
    .optional(),
});

const attachedSchema = z.object({
  PolicyArn: z.string().min(1),
  PolicyName: z.string().min(1),
});

type Unread = AwsIamRole['unread'];

/** Reads roles of one account, and each policy of theirs once. */
export class RoleReader {
  readonly #caller: ScopeCaller;
  readonly #cache: PolicyCache;
  /** What attached policies say, by ARN. */
  readonly #policies = new Map<
    string,
    Promise<{ document: IamDocument; unread?: Unread[number] }>
  >();

  constructor(options: { caller: ScopeCaller; cache: PolicyCache }) {
    this.#caller = options.caller;
    this.#cache = options.cache;
  }

  /** One role; a failure where nothing is known of it. */
  async read(
    inUse: IamRoleInUse,
    name: string,
  ): Promise<{ role: AwsIamRole } | { failure: AwsFailure }> {
    const { GetRoleCommand } = await import('@aws-sdk/client-iam');
    const client = await this.#caller.clients.iam();
    const called = await this.#caller.call('iam', 'iam:GetRole', () =>
      client.send(
        new GetRoleCommand({ RoleName: name }),
        this.#caller.sendOptions,
      ),
    );
    const known = { ...inUse, name, policies: [], unread: [] };
    if ('failure' in called) {
      return NOT_FOUND.has(nameOf(called.error))
        ? { role: { ...known, exists: false } }
        : { failure: called.failure };
    }
    const role = roleSchema.safeParse(called.answer.Role).data;
    if (!role || role.RoleName !== name) {
      return {
        failure: malformed(
          'iam:GetRole',
          'the answer does not describe the role that was asked for',
        ),
      };
    }
    if (role.Arn !== inUse.arn) {
      // The name is there under another path; this ARN is not.
      return { role: { ...known, exists: false } };
    }
    const unread: Unread = [];
    const policies = [
      ...(await this.#inline(name, unread)),
      ...(await this.#attached(name, unread)),
    ];
    const boundaryArn = role.PermissionsBoundary?.PermissionsBoundaryArn;
    const boundary =
      boundaryArn === undefined
        ? undefined
        : await this.#policy(
            boundaryArn,
            boundaryArn.slice(boundaryArn.lastIndexOf('/') + 1),
            unread,
          );
    return {
      role: {
        ...known,
        exists: true,
        ...(role.CreateDate && { createdAt: role.CreateDate.toISOString() }),
        trust: {
          name: 'trust',
          ...readDocument(role.AssumeRolePolicyDocument),
        },
        policies,
        ...(boundary && { boundary }),
        unread,
      },
    };
  }

  async #inline(name: string, unread: Unread): Promise<IamDocument[]> {
    const { paginateListRolePolicies, GetRolePolicyCommand } = await import(
      '@aws-sdk/client-iam'
    );
    const client = await this.#caller.clients.iam();
    const { sendOptions } = this.#caller;
    const names = new Set<string>();
    const failure = await this.#caller.readPages({
      service: 'iam',
      operation: 'iam:ListRolePolicies',
      pages: paginateListRolePolicies(
        { client, pageSize: PAGE_SIZE },
        { RoleName: name },
        sendOptions,
      ),
      tokenOf: page => (page.IsTruncated ? page.Marker : undefined),
      listOf: page => page.PolicyNames,
      take: list => {
        list.forEach(each => typeof each === 'string' && names.add(each));
        return tooMany(names.size, 'iam:ListRolePolicies');
      },
    });
    note(unread, 'iam:ListRolePolicies', failure);
    const documents: IamDocument[] = [];
    for (const policy of [...names].sort()) {
      const called = await this.#caller.call('iam', 'iam:GetRolePolicy', () =>
        client.send(
          new GetRolePolicyCommand({ RoleName: name, PolicyName: policy }),
          sendOptions,
        ),
      );
      if ('failure' in called) {
        // It was taken away between the list and this.
        if (!NOT_FOUND.has(nameOf(called.error))) {
          note(unread, 'iam:GetRolePolicy', called.failure);
          documents.push({ name: policy, problem: 'not-read' });
        }
      } else {
        documents.push({
          name: policy,
          ...readDocument(called.answer.PolicyDocument),
        });
      }
    }
    return documents;
  }

  async #attached(name: string, unread: Unread): Promise<IamDocument[]> {
    const { paginateListAttachedRolePolicies } = await import(
      '@aws-sdk/client-iam'
    );
    const operation = 'iam:ListAttachedRolePolicies';
    const found = new Map<string, string>();
    const failure = await this.#caller.readPages({
      service: 'iam',
      operation,
      pages: paginateListAttachedRolePolicies(
        { client: await this.#caller.clients.iam(), pageSize: PAGE_SIZE },
        { RoleName: name },
        this.#caller.sendOptions,
      ),
      tokenOf: page => (page.IsTruncated ? page.Marker : undefined),
      listOf: page => page.AttachedPolicies,
      take: list => {
        for (const raw of list) {
          const policy = attachedSchema.safeParse(raw).data;
          if (!policy) {
            return malformed(operation, 'a policy in it has no ARN or no name');
          }
          found.set(policy.PolicyArn, policy.PolicyName);
        }
        return tooMany(found.size, operation);
      },
    });
    note(unread, operation, failure);
    const documents: IamDocument[] = [];
    for (const [arn, policy] of [...found].sort()) {
      documents.push(await this.#policy(arn, policy, unread));
    }
    return documents;
  }

  /** A policy by its ARN: roles share them. */
  async #policy(
    arn: string,
    name: string,
    unread: Unread,
  ): Promise<IamDocument> {
    const known = this.#policies.get(arn) ?? this.#readPolicy(arn, name);
    this.#policies.set(arn, known);
    const { document, unread: failed } = await known;
    if (failed && !unread.some(({ action }) => action === failed.action)) {
      unread.push(failed);
    }
    return document;
  }

  async #readPolicy(
    arn: string,
    name: string,
  ): Promise<{ document: IamDocument; unread?: Unread[number] }> {
    const { GetPolicyCommand, GetPolicyVersionCommand } = await import(
      '@aws-sdk/client-iam'
    );
    const client = await this.#caller.clients.iam();
    const { sendOptions } = this.#caller;
    const notRead = (action: string, reason: Message) => ({
      document: { name, arn, problem: 'not-read' as const },
      unread: { action, reason },
    });
    const called = await this.#caller.call('iam', 'iam:GetPolicy', () =>
      client.send(new GetPolicyCommand({ PolicyArn: arn }), sendOptions),
    );
    if ('failure' in called) {
      return notRead('iam:GetPolicy', called.failure.reason);
    }
    const { DefaultVersionId: versionId, PolicyId: id } =
      called.answer.Policy ?? {};
    if (!versionId) {
      return notRead(
        'iam:GetPolicy',
        malformed('iam:GetPolicy', 'the answer names no version').reason,
      );
    }
    const cached = id ? this.#cache.get(id, versionId) : undefined;
    if (cached) {
      return { document: { name, arn, ...cached } };
    }
    const version = await this.#caller.call('iam', 'iam:GetPolicyVersion', () =>
      client.send(
        new GetPolicyVersionCommand({ PolicyArn: arn, VersionId: versionId }),
        sendOptions,
      ),
    );
    if ('failure' in version) {
      return notRead('iam:GetPolicyVersion', version.failure.reason);
    }
    const document = readDocument(version.answer.PolicyVersion?.Document);
    if (id && document.problem !== 'not-read') {
      this.#cache.set(id, versionId, document);
    }
    return { document: { name, arn, ...document } };
  }
}

function note(
  unread: Unread,
  action: string,
  failure: AwsFailure | undefined,
): void {
  if (failure && !unread.some(each => each.action === action)) {
    unread.push({ action, reason: failure.reason });
  }
}

function tooMany(count: number, operation: string): AwsFailure | undefined {
  return count > MAX_POLICIES
    ? malformed(operation, `a role has more than ${MAX_POLICIES} policies`)
    : undefined;
}

function malformed(operation: string, detail: string): AwsFailure {
  return {
    coverage: 'failed',
    reason: message('source.aws-failed', { operation, detail }),
  };
}
