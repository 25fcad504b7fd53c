import { createBackendModule } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { JsonObject } from '@backstage/types';
import {
  KubernetesSource,
  lbcKnowledgeExtensionPoint,
  lbcSourcesExtensionPoint,
} from '@lbc-backstage/plugin-lbc-node';
import { entityLoadBalancersResponseSchema } from '@lbc-backstage/plugin-lbc-common/schema';
import request from 'supertest';
import { component } from './__testUtils__/startApi';
import lbcPlugin from '.';

function start(
  data: JsonObject,
  modules: ReturnType<typeof createBackendModule>[] = [],
) {
  return startTestBackend({
    features: [
      lbcPlugin,
      ...modules,
      catalogServiceMock.factory({ entities: [component('checkout')] }),
      mockServices.rootConfig.factory({ data }),
    ],
  });
}

function setKubernetesSource(moduleId: string, source: KubernetesSource) {
  return createBackendModule({
    pluginId: 'lbc',
    moduleId,
    register(env) {
      env.registerInit({
        deps: { sources: lbcSourcesExtensionPoint },
        async init({ sources }) {
          sources.setKubernetesSource(source);
        },
      });
    },
  });
}

const noClusters: KubernetesSource = {
  listClusters: async () => [],
  async *sweep() {
    yield* [];
  },
  findTargets: async () => {
    throw new Error('There is none');
  },
  readWorkloads: async () => {
    throw new Error('There is none');
  },
};

describe('the plugin', () => {
  it('starts without any configuration, and says which blocks are missing', async () => {
    const backend = await start({});
    const { body } = await request(backend.server)
      .get(
        '/api/lbc/entities/by-name/component/default/checkout/load-balancers',
      )
      .expect(200);
    const response = entityLoadBalancersResponseSchema.parse(body);
    expect(response.items).toEqual([]);
    expect(response.problems).toMatchObject([
      {
        message: { code: 'config.kubernetes-missing' },
        example: expect.stringContaining('kubernetes:'),
      },
      {
        message: { code: 'config.scopes-missing' },
        example: expect.stringContaining('lbc:'),
      },
    ]);
    await request(backend.server).get('/api/lbc/health').expect(200);
    await backend.stop();
  });

  it.each<[string, JsonObject]>([
    ['lbc.schedule.catalog', { schedule: { catalog: 'soon' } }],
    ['lbc.aws.scopes[0].accountId', { aws: { scopes: [{ accountId: 1 }] } }],
    ['lbc.knowledge.files', { knowledge: { files: ['./is-not.there'] } }],
    ['lbc.infrastructureTags', { infrastructureTags: 'terraform' }],
  ])('does not start where %s is wrong, and names it', async (key, lbc) => {
    await expect(start({ lbc })).rejects.toMatchObject({
      message: expect.stringContaining(key),
    });
  });

  it('takes a source of another’s making, once', async () => {
    const one = await start({}, [setKubernetesSource('one', noClusters)]);
    await one.stop();
    await expect(
      start({}, [
        setKubernetesSource('one', noClusters),
        setKubernetesSource('two', noClusters),
      ]),
    ).rejects.toThrow(/Kubernetes source of lbc may be set only once/);
  });

  it('takes what a module knows of releases', async () => {
    const acme = createBackendModule({
      pluginId: 'lbc',
      moduleId: 'acme',
      register(env) {
        env.registerInit({
          deps: { knowledge: lbcKnowledgeExtensionPoint },
          async init({ knowledge }) {
            knowledge.addReleases({
              by: 'acme',
              releases: [{ version: 'v3.5.0-acme.1', basedOn: 'v3.5.0' }],
            });
          },
        });
      },
    });
    const backend = await start({}, [acme]);
    const { body } = await request(backend.server)
      .get('/api/lbc/knowledge/releases/v3.5.0-acme.1')
      .expect(200);
    expect(body).toMatchObject({ correctedBy: 'acme', clientGo: 'v0.36.2' });
    await backend.stop();
  });
});
