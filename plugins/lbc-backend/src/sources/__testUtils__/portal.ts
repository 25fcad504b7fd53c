import {
  AuthService,
  DiscoveryService,
  LoggerService,
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import kubernetesPlugin from '@backstage/plugin-kubernetes-backend';
import { JsonObject } from '@backstage/types';

/** A backend with the real kubernetes plugin, and what our plugin gets there. */
export interface Portal {
  auth: AuthService;
  discovery: DiscoveryService;
  logger: LoggerService;
  stop(): Promise<void>;
}

/** Starts a backend that holds the kubernetes plugin, as a portal does. */
export async function startPortal(options: {
  config: object;
}): Promise<Portal> {
  if (!/--experimental-vm-modules/.test(process.env.NODE_OPTIONS ?? '')) {
    // Else every request would fail in the kubernetes plugin, which imports an ES module.
    throw new Error(
      'Set NODE_OPTIONS=--experimental-vm-modules, or run the package script "test"',
    );
  }
  let services: Omit<Portal, 'stop'> | undefined;
  const lbc = createBackendPlugin({
    pluginId: 'lbc',
    register(env) {
      env.registerInit({
        deps: {
          auth: coreServices.auth,
          discovery: coreServices.discovery,
          logger: coreServices.logger,
        },
        async init(deps) {
          services = deps;
        },
      });
    },
  });
  const backend = await startTestBackend({
    features: [
      kubernetesPlugin,
      catalogServiceMock.factory({ entities: [] }),
      mockServices.rootConfig.factory({ data: options.config as JsonObject }),
      lbc,
    ],
  });
  if (!services) {
    throw new Error('The portal started without its services');
  }
  return { ...services, stop: () => backend.stop() };
}
