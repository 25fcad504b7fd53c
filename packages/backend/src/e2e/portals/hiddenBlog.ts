import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  isPermission,
} from '@backstage/plugin-permission-common';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import {
  createLbcStackConditionalDecision,
  lbcStackConditions,
} from '@lbc-backstage/plugin-lbc-backend';
import { lbcStackReadPermission } from '@lbc-backstage/plugin-lbc-common';
import { createPortal } from '../../portal';

/** In the cluster `shared`, nobody may read what is not in the namespace `shop`. */
const policy = createBackendModule({
  pluginId: 'permission',
  moduleId: 'hidden-blog-policy',
  register(env) {
    env.registerInit({
      deps: { policies: policyExtensionPoint },
      async init({ policies }) {
        policies.setPolicy({
          async handle({ permission }) {
            return isPermission(permission, lbcStackReadPermission)
              ? createLbcStackConditionalDecision(permission, {
                  anyOf: [
                    {
                      not: lbcStackConditions.isInCluster({
                        clusters: ['shared'],
                      }),
                    },
                    lbcStackConditions.isInNamespace({ namespaces: ['shop'] }),
                  ],
                })
              : { result: AuthorizeResult.ALLOW };
          },
        });
      },
    });
  },
});

createPortal({ policy })
  .start()
  .catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exit(1);
  });
