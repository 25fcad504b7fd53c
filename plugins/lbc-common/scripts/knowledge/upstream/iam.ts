import type {
  IamVariant,
  Release,
  ReleaseIamAction,
} from '../../../src/knowledge/types';
import {
  iamConditionSchema,
  iamVariantSchema,
} from '../../../src/schema/knowledge';
import type { Clone } from './Clone';
import { isObject, objectsIn } from './yaml';

export const POLICY_FOLDER = 'docs/install';

function variantOf(path: string): IamVariant | undefined {
  if (path === `${POLICY_FOLDER}/aga_controller_iam_policy.json`) {
    return 'aga';
  }
  const suffix = /^docs\/install\/iam_policy(?:_(.+))?\.json$/.exec(path);
  return suffix ? iamVariantSchema.parse(suffix[1] ?? 'aws') : undefined;
}

/** Every policy file that a tag has, one grant an action. */
export function iamOf(clone: Clone, tag: string): Release['iam'] {
  const iam: Release['iam'] = {};
  for (const path of clone.paths(tag)) {
    const variant = variantOf(path);
    if (variant) {
      const policy: unknown = JSON.parse(clone.text(tag, path) ?? '');
      iam[variant] = grantsOf(policy, `${path} of ${tag}`);
    }
  }
  return iam;
}

function grantsOf(policy: unknown, place: string): ReleaseIamAction[] {
  const statements = isObject(policy) ? objectsIn(policy.Statement) : [];
  return statements.flatMap(statement => {
    const { Effect: effect, Condition, ...rest } = statement;
    const odd = Object.keys(rest).filter(
      key => !['Action', 'Resource', 'Sid'].includes(key),
    );
    if ((effect !== 'Allow' && effect !== 'Deny') || odd.length) {
      throw new Error(`${place} has a statement that is not understood`);
    }
    const condition =
      Condition === undefined ? undefined : iamConditionSchema.parse(Condition);
    return listOf(rest.Action).map(action => ({
      action,
      effect,
      resources: listOf(rest.Resource),
      ...(condition && { condition }),
    }));
  });
}

function listOf(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).map(String);
}
