import type { WebhookConfigurationObject } from '../../inventory';
import { axisOf, releaseNamed } from '../__testUtils__/assessed';
import { denied } from '../__testUtils__/clusters';
import { fittingCluster, webhooksOf } from '../__testUtils__/fittingCluster';

type Webhook = NonNullable<WebhookConfigurationObject['webhooks']>[number];

async function withHooks(
  change: (hook: Webhook) => Webhook[],
  version = 'v3.5.0',
  of = version,
) {
  const kinds = webhooksOf(await releaseNamed(of));
  const changed = (each: WebhookConfigurationObject) => ({
    ...each,
    webhooks: each.webhooks?.flatMap(change),
  });
  return axisOf(
    fittingCluster(await releaseNamed(version), {
      kinds: {
        ...kinds,
        mutatingWebhookConfigurations:
          kinds.mutatingWebhookConfigurations?.map(changed),
        validatingWebhookConfigurations:
          kinds.validatingWebhookConfigurations?.map(changed),
      },
    }),
    'webhooks',
  );
}

it('fits where they are the release’s own', async () => {
  const { status, codes } = await withHooks(hook => [hook]);
  expect(status).toBe('pass');
  expect(codes).toEqual(['webhooks-answer: pass']);
});

it.each([
  ['mservice.elbv2.k8s.aws', 'webhook-left-out: pass'],
  ['mtargetgroupbinding.elbv2.k8s.aws', 'webhook-missing: warn'],
])('without %s it says %s', async (name, code) => {
  const { codes } = await withHooks(hook => (hook.name === name ? [] : [hook]));
  expect(codes).toContain(code);
});

it('fails on a webhook that the release does not serve', async () => {
  const { status, codes } = await withHooks(
    hook => [hook],
    'v2.4.7',
    'v2.17.1',
  );
  expect(status).toBe('fail');
  expect(codes).toContain('webhook-not-in-release: fail');
});

it('fails without a CA, and warns of two', async () => {
  const none = await withHooks(hook => [
    { ...hook, clientConfig: { service: hook.clientConfig?.service } },
  ]);
  expect(none.codes).toContain('webhook-ca-missing: fail');
  const two = await withHooks(hook => [
    {
      ...hook,
      clientConfig: {
        ...hook.clientConfig,
        caBundleHash: hook.name.startsWith('v') ? 'a' : 'b',
      },
    },
  ]);
  expect(two.codes).toContain('webhook-ca-differs: warn');
});

it.each([
  ['2026-11-24T11:00:00.000Z', 'webhook-ca-expired: fail'],
  ['2026-12-10T00:00:00.000Z', 'webhook-ca-expires: warn'],
  ['2036-12-10T00:00:00.000Z', undefined],
])('a CA that ends at %s: %s', async (caExpiresAt, code) => {
  const { codes } = await withHooks(hook => [
    { ...hook, clientConfig: { ...hook.clientConfig, caExpiresAt } },
  ]);
  expect(codes.filter(each => each.startsWith('webhook-ca'))).toEqual(
    code === undefined ? [] : [code],
  );
});

it('fails where nobody answers', async () => {
  const release = await releaseNamed('v3.5.0');
  const { status, codes } = await axisOf(
    fittingCluster(release, { kinds: { endpointSlices: [] } }),
    'webhooks',
  );
  expect(status).toBe('fail');
  expect(codes).toContain('webhooks-dead: fail');
});

it('does not know where they may not be read', async () => {
  const { status, axis } = await axisOf(
    fittingCluster(await releaseNamed('v3.5.0'), {
      snapshot: {
        mutatingWebhookConfigurations: denied(),
        validatingWebhookConfigurations: denied(),
      },
    }),
    'webhooks',
  );
  expect(status).toBe('unknown');
  expect(axis.notSeen).toHaveLength(2);
});
