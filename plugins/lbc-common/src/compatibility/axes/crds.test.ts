import { renderMessage } from '../../messages';
import { axisOf, releaseNamed } from '../__testUtils__/assessed';
import { denied } from '../__testUtils__/clusters';
import { crdsOf, fittingCluster } from '../__testUtils__/fittingCluster';
import type { CustomResourceDefinitionObject } from '../../inventory';

type Crds = CustomResourceDefinitionObject[];
const TGB = 'targetgroupbindings.elbv2.k8s.aws';

async function withCrds(
  version: string,
  change: (crds: Crds) => Crds,
  args?: string[],
) {
  const release = await releaseNamed(version);
  return axisOf(
    fittingCluster(release, {
      args,
      kinds: { customResourceDefinitions: change(crdsOf(release)) },
    }),
    'crds',
  );
}

/** Changes the versions of one CRD. */
function changing(
  name: string,
  change: (
    versions: NonNullable<NonNullable<Crds[number]['spec']>['versions']>,
  ) => NonNullable<NonNullable<Crds[number]['spec']>['versions']>,
) {
  return (crds: Crds): Crds =>
    crds.map(crd =>
      crd.metadata.name === name
        ? {
            ...crd,
            spec: { ...crd.spec, versions: change(crd.spec?.versions ?? []) },
          }
        : crd,
    );
}

const without = (name: string) => (crds: Crds) =>
  crds.filter(({ metadata }) => metadata.name !== name);

it('misses a kind that the controller does not start without', async () => {
  const { status, codes, axis } = await withCrds('v3.5.0', without(TGB));
  expect(status).toBe('fail');
  expect(codes[0]).toBe('crd-missing: fail');
  expect(axis.findings[0].remedy).toMatchObject([{ who: 'platform' }]);
});

it('does not miss a kind whose gate is off', async () => {
  const name = 'globalaccelerators.aga.k8s.aws';
  const off = await withCrds('v3.5.0', without(name));
  expect(off.status).toBe('pass');
  const on = await withCrds('v3.5.0', without(name), [
    '--feature-gates=GlobalAcceleratorController=true',
  ]);
  expect(on.codes[0]).toBe('crd-missing: fail');
});

it('names fields that are dropped because the CRD is older', async () => {
  const { status, axis } = await withCrds('v3.5.0', () => []);
  expect(status).toBe('fail');
  expect(axis.findings).not.toEqual([]);

  const old = await releaseNamed('v2.17.1');
  const behind = await withCrds('v3.5.0', crds => [
    ...crds.filter(({ metadata }) => metadata.name !== TGB),
    ...crdsOf(old).filter(({ metadata }) => metadata.name === TGB),
  ]);
  expect(behind.status).toBe('warn');
  expect(behind.axis.findings[0]).toMatchObject({ code: 'crd-field-missing' });
  expect(renderMessage(behind.axis.findings[0].message)).toContain(
    'targetgroupbindings.elbv2.k8s.aws v1beta1 lacks a field that v3.5.0 knows (status.conditions)',
  );
});

it('tells a newer field from one of nobody', async () => {
  const newest = await releaseNamed('v3.5.0');
  const newer = await withCrds('v2.17.1', () => crdsOf(newest));
  expect(newer.status).toBe('pass');
  expect(newer.codes).toContain('crd-fields-newer: pass');

  const edited = await withCrds(
    'v2.17.1',
    changing(TGB, versions =>
      versions.map(each => ({
        ...each,
        fields: [...(each.fields ?? []), 'spec.mine', 'spec.mine.deep'],
      })),
    ),
  );
  expect(edited.status).toBe('warn');
  expect(renderMessage(edited.axis.findings[0].message)).toContain(
    '(spec.mine): it was changed by hand',
  );
});

it('asks for the version that the controller works with', async () => {
  const { status, axis } = await withCrds(
    'v3.5.0',
    changing(TGB, versions =>
      versions.map(each => ({ ...each, served: each.name !== 'v1beta1' })),
    ),
  );
  expect(status).toBe('fail');
  expect(axis.findings[0].code).toBe('crd-version-not-served');
});

it('does not take a schema that it did not see for an empty one', async () => {
  const { status, codes } = await withCrds(
    'v3.5.0',
    changing(TGB, versions =>
      versions.map(each => ({ ...each, fields: undefined })),
    ),
  );
  expect(status).toBe('unknown');
  expect(codes[0]).toBe('crd-schema-not-seen: unknown');
});

it('says nothing of CRDs that may not be read, and how to let it', async () => {
  const release = await releaseNamed('v3.5.0');
  const { status, axis } = await axisOf(
    fittingCluster(release, {
      snapshot: { customResourceDefinitions: denied() },
    }),
    'crds',
  );
  expect(status).toBe('unknown');
  expect(axis.notSeen).toMatchObject([
    {
      rbacRule:
        '- { apiGroups: ["apiextensions.k8s.io"], resources: ["customresourcedefinitions"], verbs: ["list"] }',
    },
  ]);
});
