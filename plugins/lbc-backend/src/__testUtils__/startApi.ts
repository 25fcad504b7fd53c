import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { JsonObject } from '@backstage/types';
import { readLbcConfig } from '../config';
import { serveApi } from '../routes';
import type { ServedEngine } from '../routes/serveApi';
import { FakeEngine } from './FakeEngine';
import { AT } from './subjects';

const CONFIG: JsonObject = {
  kubernetes: { serviceLocatorMethod: { type: 'multiTenant' } },
  lbc: {
    aws: { scopes: [{ accountId: '123456789012', region: 'eu-west-1' }] },
  },
};

/** A component whose objects are those labelled `app=<name>`. */
export function component(
  name: string,
  options: {
    annotations?: Record<string, string>;
    owner?: string;
    relations?: Entity['relations'];
  } = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace: 'default',
      etag: name,
      annotations: {
        'backstage.io/kubernetes-label-selector': `app=${name}`,
        ...options.annotations,
      },
    },
    spec: { type: 'service', owner: options.owner ?? `team-${name}` },
    relations: options.relations,
  };
}

interface ApiOptions {
  entities?: Entity[];
  config?: JsonObject;
  /** What the policy decides of a permission. Default: allow. */
  decide?: (permission: string) => PolicyDecision;
}

/** Starts the API in a test backend, over a fake engine. */
export async function startApi(
  options: ApiOptions & { fill?: (engine: FakeEngine) => void },
) {
  const engine = new FakeEngine();
  engine.readStore.targets = [
    { id: 'cluster:prod-1', observedAt: AT },
    { id: 'scope:123456789012/eu-west-1', observedAt: AT },
  ];
  options.fill?.(engine);
  const clock = { now: Date.parse(AT) };
  const started = await serve({ ...options, engine, now: () => clock.now });
  return { ...started, engine, clock };
}

/** Starts the API in a test backend, over an engine. */
export async function serve(
  options: ApiOptions & { engine: ServedEngine; now: () => number },
) {
  const { engine, now } = options;
  const decide =
    options.decide ??
    ((): PolicyDecision => ({ result: AuthorizeResult.ALLOW }));
  const permissions = mockServices.permissions.mock({
    authorize: async requests =>
      requests.map(({ permission }) => {
        const { result } = decide(permission.name);
        return {
          result:
            result === AuthorizeResult.CONDITIONAL
              ? AuthorizeResult.DENY
              : result,
        };
      }),
    authorizeConditional: async requests =>
      requests.map(({ permission }) => decide(permission.name)),
  });
  const plugin = createBackendPlugin({
    pluginId: 'lbc',
    register(env) {
      env.registerInit({
        deps: {
          auth: coreServices.auth,
          catalog: catalogServiceRef,
          config: coreServices.rootConfig,
          httpAuth: coreServices.httpAuth,
          httpRouter: coreServices.httpRouter,
          lifecycle: coreServices.lifecycle,
          logger: coreServices.logger,
          permissions: coreServices.permissions,
          permissionsRegistry: coreServices.permissionsRegistry,
          scheduler: coreServices.scheduler,
        },
        init: deps =>
          serveApi({
            ...deps,
            engine,
            lbcConfig: readLbcConfig(deps.config),
            now,
          }),
      });
    },
  });
  const backend = await startTestBackend({
    features: [
      plugin,
      permissions.factory,
      mockServices.scheduler.factory({
        includeInitialDelayedTasksOnStartup: true,
      }),
      catalogServiceMock.factory({ entities: options.entities ?? [] }),
      mockServices.rootConfig.factory({ data: options.config ?? CONFIG }),
    ],
  });
  return {
    server: backend.server,
    stop: () => backend.stop(),
  };
}
