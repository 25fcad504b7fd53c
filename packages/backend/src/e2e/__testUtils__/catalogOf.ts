import {
  BackendFeature,
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';

/** A catalog that has some entities, over HTTP as the real one is. */
export function catalogOf(entities: readonly Entity[]): BackendFeature {
  const byRef = new Map(
    entities.map(entity => [stringifyEntityRef(entity), entity]),
  );
  return createBackendPlugin({
    pluginId: 'catalog',
    register(env) {
      env.registerInit({
        deps: { httpRouter: coreServices.httpRouter },
        async init({ httpRouter }) {
          httpRouter.use((req, res) => {
            const named = req.path.match(
              /^\/entities\/by-name\/([^/]+)\/([^/]+)\/([^/]+)$/,
            );
            if (!named) {
              res.json({
                items: entities,
                totalItems: entities.length,
                pageInfo: {},
              });
              return;
            }
            const [, kind, namespace, name] = named;
            const ref = stringifyEntityRef({ kind, namespace, name });
            const entity = byRef.get(ref);
            res.status(entity ? 200 : 404).json(entity ?? {});
          });
        },
      });
    },
  });
}
