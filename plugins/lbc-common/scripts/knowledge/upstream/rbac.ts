import type { ReleaseRbacRule } from '../../../src/knowledge/types';
import type { Clone } from './Clone';
import { CHART } from './crds';
import { documentsOf, objectsIn, textsIn, withoutTemplates } from './yaml';

export const RBAC_FOLDER = 'config/rbac';
const MANIFESTS = ['role.yaml', 'leader_election_role.yaml'];

/** The rights of the manifests and of the chart's template. */
export function rbacOf(clone: Clone, tag: string): ReleaseRbacRule[] {
  const manifest = MANIFESTS.flatMap(file =>
    rightsIn(clone.text(tag, `${RBAC_FOLDER}/${file}`) ?? '', 'manifest'),
  );
  const template = clone.text(tag, `${CHART}/templates/rbac.yaml`) ?? '';
  return [
    ...manifest,
    ...rightsIn(
      withoutTemplates(template, () => 'X'),
      'chart',
    ),
  ];
}

function rightsIn(
  text: string,
  channel: ReleaseRbacRule['channel'],
): ReleaseRbacRule[] {
  return documentsOf(text).flatMap(({ kind, rules }) =>
    kind === 'ClusterRole' || kind === 'Role'
      ? objectsIn(rules).flatMap(rule => {
          const names = textsIn(rule.resourceNames);
          return textsIn(rule.apiGroups).flatMap(apiGroup =>
            textsIn(rule.resources).flatMap(resource =>
              textsIn(rule.verbs).map(verb => ({
                channel,
                kind,
                apiGroup,
                resource,
                verb,
                ...(names.length > 0 && { resourceNames: names }),
              })),
            ),
          );
        })
      : [],
  );
}
