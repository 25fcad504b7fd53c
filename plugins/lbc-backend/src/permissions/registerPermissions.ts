import type { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import {
  lbcPermissions,
  lbcStackReadPermission,
} from '@lbc-backstage/plugin-lbc-common';
import type { ReadStore } from '../store/types';
import { LbcStackResource, lbcStackResourceRef, lbcStackRules } from './rules';

async function loadStacks(
  store: ReadStore,
  ids: readonly string[],
): Promise<Array<LbcStackResource | undefined>> {
  const owners = await store.getDerivedOwners(ids);
  return Promise.all(
    ids.map(async id => {
      const subject = await store.getSubject(id);
      if (!subject) {
        return undefined;
      }
      const { cluster, accountId, region } = subject.summary;
      const all = subject.detail.allOwners ?? subject.summary.owners;
      return {
        cluster,
        accountId,
        region,
        namespaces: [...new Set(all.map(({ namespace }) => namespace))],
        derivedOwners: owners[id] ?? [],
      };
    }),
  );
}

/** Makes the plugin's permissions and its resource type known to policies. */
export function registerPermissions(options: {
  permissionsRegistry: PermissionsRegistryService;
  store: ReadStore;
}): void {
  const { permissionsRegistry, store } = options;
  permissionsRegistry.addPermissions(
    lbcPermissions.filter(({ name }) => name !== lbcStackReadPermission.name),
  );
  permissionsRegistry.addResourceType({
    resourceRef: lbcStackResourceRef,
    permissions: [lbcStackReadPermission],
    rules: Object.values(lbcStackRules),
    getResources: ids => loadStacks(store, ids),
  });
}
