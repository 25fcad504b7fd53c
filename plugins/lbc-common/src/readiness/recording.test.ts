import { loadBundledWorld } from 'lbc-sandbox';
import { Observer } from '../__testUtils__/Observer';
import { clusterOfStep, clustersOfWorld } from '../__testUtils__/recordings';
import { knowledge } from '../compatibility/__testUtils__/assessed';
import { isRecord } from '../compatibility/values';
import type {
  ClusterSnapshot,
  CustomResourceDefinitionObject,
} from '../inventory';
import { notApplicable } from '../compatibility/axes/makeAxis';
import { CADENCE, reportOf, told } from './__testUtils__/worlds';

const NAME = 'upgrade-v2-to-v3';

/** What the sources' projection does: a schema's paths. */
function withFields(
  crd: CustomResourceDefinitionObject,
): CustomResourceDefinitionObject {
  return {
    ...crd,
    spec: {
      ...crd.spec,
      versions: (crd.spec?.versions ?? []).map(version => ({
        ...version,
        fields: pathsOf(
          'schema' in version && isRecord(version.schema)
            ? version.schema.openAPIV3Schema
            : undefined,
          '',
        ),
      })),
    },
  };
}

function pathsOf(schema: unknown, path: string): string[] {
  if (!isRecord(schema)) {
    return [];
  }
  const properties = isRecord(schema.properties) ? schema.properties : {};
  const below = (child: unknown, at: string) =>
    isRecord(child) ? [at, ...pathsOf(child, at)] : [];
  return [
    ...Object.entries(properties).flatMap(([key, child]) =>
      path === '' && ['metadata', 'apiVersion', 'kind'].includes(key)
        ? []
        : below(child, path === '' ? key : `${path}.${key}`),
    ),
    ...below(schema.items, `${path}[]`),
    ...below(schema.additionalProperties, `${path}{}`),
  ];
}

it('tells what the recorded upgrade from 2.17.1 to 3.5.0 needs, and that the recorded CRDs were it', async () => {
  const world = loadBundledWorld(NAME);
  const [name] = clustersOfWorld(world);
  const observer = new Observer(world);
  const before = await reportAt(0);
  const after = await reportAt(1);
  expect(before.codes.filter(each => /CRD/.test(each))).toEqual([
    'LBC-CRD-001 fail crd-field-missing',
    'LBC-CRD-001 warn crd-field-missing',
    'LBC-CRD-001 warn crd-version-not-served',
    'LBC-CRD-001 warn crd-version-not-served',
    'LBC-CRD-001 warn crd-version-not-served',
    'LBC-CRD-002 warn helm-leaves-gateway-crds',
  ]);
  expect(before.report.verdict).toBe('not-ready');
  expect(after.codes.filter(each => /CRD/.test(each))).toEqual([]);
  expect(before.report.target.version).toBe('v3.5.0');

  async function reportAt(index: number) {
    const step = world.steps[index];
    const { subjects } = observer.watch(step);
    const at =
      subjects
        .map(({ observedAt }) => observedAt)
        .sort()
        .pop() ?? '';
    const recorded = clusterOfStep({ step, name, at });
    const crds = recorded.kinds.customResourceDefinitions;
    const cluster: ClusterSnapshot = {
      ...recorded,
      kinds: {
        ...recorded.kinds,
        ...(crds && {
          customResourceDefinitions: {
            ...crds,
            items: crds.items.map(withFields),
          },
        }),
      },
    };
    const report = await reportOf({
      now: at,
      cluster,
      controllers: [],
      knowledge,
      asked: { owners: 'all', othersToo: true },
      resources: [],
      iam: () => notApplicable('iam', { code: 'compatibility.objects-none' }),
      subjects: { items: subjects, whole: true, notSeen: [] },
      cadence: CADENCE,
      target: { kind: 'controller', version: 'v3.5.0' },
    });
    return { report, codes: told(report) };
  }
});
