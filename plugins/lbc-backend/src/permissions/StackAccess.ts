import type {
  BackstageCredentials,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  BasicPermission,
} from '@backstage/plugin-permission-common';
import {
  ConditionTransformer,
  createConditionTransformer,
} from '@backstage/plugin-permission-node';
import { lbcStackReadPermission } from '@lbc-backstage/plugin-lbc-common';
import type { SubjectCriteria, SubjectFilter } from '../store/types';
import { lbcStackResourceRef } from './rules';

/** Which stacks a caller may read. */
export type StackAccess =
  | { may: 'all' }
  | { may: 'some'; criteria: SubjectCriteria }
  | { may: 'none' };

/** Asks the permission system what a caller may do. */
export class Authorizer {
  readonly #permissions: PermissionsService;
  readonly #transform: ConditionTransformer<SubjectFilter>;

  /** The resource type must be registered already: its rules may be extended. */
  static create(options: {
    permissions: PermissionsService;
    permissionsRegistry: PermissionsRegistryService;
  }): Authorizer {
    const { permissions, permissionsRegistry } = options;
    return new Authorizer(
      permissions,
      createConditionTransformer(
        permissionsRegistry.getPermissionRuleset(lbcStackResourceRef),
      ),
    );
  }

  private constructor(
    permissions: PermissionsService,
    transform: ConditionTransformer<SubjectFilter>,
  ) {
    this.#permissions = permissions;
    this.#transform = transform;
  }

  async stackAccess(credentials: BackstageCredentials): Promise<StackAccess> {
    const [decision] = await this.#permissions.authorizeConditional(
      [{ permission: lbcStackReadPermission }],
      { credentials },
    );
    switch (decision.result) {
      case AuthorizeResult.ALLOW:
        return { may: 'all' };
      case AuthorizeResult.CONDITIONAL:
        return { may: 'some', criteria: this.#transform(decision.conditions) };
      default:
        return { may: 'none' };
    }
  }

  async isAllowed(
    permission: BasicPermission,
    credentials: BackstageCredentials,
  ): Promise<boolean> {
    const [{ result }] = await this.#permissions.authorize([{ permission }], {
      credentials,
    });
    return result === AuthorizeResult.ALLOW;
  }

  /** Refuses a caller who lacks a permission. */
  async demand(
    permission: BasicPermission,
    credentials: BackstageCredentials,
  ): Promise<void> {
    if (!(await this.isAllowed(permission, credentials))) {
      throw new NotAllowedError(
        `You need the permission ${permission.name}; ask those who run the portal for it`,
      );
    }
  }
}
