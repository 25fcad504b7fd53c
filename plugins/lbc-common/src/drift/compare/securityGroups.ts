import { StackDetail } from '../../inventory/detail';
import { reference } from '../facts';
import { ExpectedModel } from '../expected/types';
import { Comparison } from './Comparison';
import { StackLookup } from './groups';
import { compareTags } from './tags';

/** Groups that the controller made: only their rules are its own. */
export function compareSecurityGroups(options: {
  comparison: Comparison;
  model: ExpectedModel;
  lookup: StackLookup;
  detail: StackDetail;
}): void {
  const { comparison, model, lookup, detail } = options;
  for (const [id, expected] of Object.entries(model.securityGroups)) {
    const path = `securityGroups.${id}`;
    const groupId = lookup.securityGroupId(reference('security-group', id));
    const live = detail.securityGroups?.find(each => each.id === groupId);
    if (live) {
      const params = { group: live.id };
      compareTags({
        comparison,
        model,
        path,
        resourceId: id,
        tags: expected.tags,
        live: live.tags,
      });
      comparison.check({
        path: `${path}.name`,
        code: 'drift.found.security-group-kept',
        params: { ...params, setting: 'name' },
        expected: expected.name,
        live: live.name,
        kind: 'ignored',
      });
      if (live.ingress) {
        const left = new Set(
          live.ingress.map(
            ({ protocol, fromPort, toPort, source }) =>
              `${protocol} ${fromPort ?? ''}-${toPort ?? ''} ${source}`,
          ),
        );
        for (const rule of Object.keys(expected.ingress)) {
          if (left.delete(rule)) {
            comparison.agrees();
          } else {
            comparison.differs({
              path: `${path}.ingress.${rule}`,
              code: 'drift.found.ingress-missing',
              params: { ...params, rule },
              expected: rule,
              live: null,
            });
          }
        }
        for (const rule of left) {
          comparison.differs({
            path: `${path}.ingress.${rule}`,
            code: 'drift.found.ingress-extra',
            params: { ...params, rule },
            expected: null,
            live: rule,
          });
        }
      } else {
        comparison.unread('drift.unread.security-groups');
      }
    } else {
      comparison.unread('drift.unread.security-groups');
    }
  }
}
