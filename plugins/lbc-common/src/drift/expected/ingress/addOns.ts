import { notModelled } from '../../facts';
import { BuildContext } from '../context';
import { str } from '../parts/read';
import { agreed, refuse } from '../parts/refused';
import { Member } from './members';

/** The web ACL and the protection that are asked for. */
export function buildAddOns(
  { model }: BuildContext,
  members: readonly Member[],
): void {
  const name = agreed(
    members.flatMap(
      ({ params, annotations }) =>
        str(params?.wafv2AclName) || annotations.text('wafv2-acl-name') || [],
    ),
    'wafv2-acl-name',
  );
  const arn =
    name === undefined
      ? agreed(
          members.flatMap(
            ({ params, annotations }) =>
              (str(params?.wafv2AclArn) || annotations.text('wafv2-acl-arn')) ??
              [],
          ),
          'wafv2-acl-arn',
        )
      : undefined;
  if (name !== undefined) {
    model.webAcl = name === 'none' ? '' : notModelled('web-acl-names');
  } else if (arn !== undefined) {
    model.webAcl = arn === 'none' ? '' : arn;
  }
  const shield = members.flatMap(
    ({ annotations }) => annotations.bool('shield-advanced-protection') ?? [],
  );
  if (new Set(shield).size > 1) {
    refuse('drift.refused.conflict', {
      field: 'shield-advanced-protection',
      values: ['true', 'false'],
    });
  }
  if (shield.length > 0) {
    [model.shield] = shield;
  }
}
