import type { Release } from '../../../src/knowledge/types';
import { Clone, Tag } from './Clone';
import {
  chartValuesOf,
  flagsOf,
  FLAGS_FILE,
  gatesOf,
  GATES_FILE,
} from './configuration';
import { CHART, chartCrdsOf, crdsOf, CRD_FOLDER, DerivedCrd } from './crds';
import { Detected, detectedOf, DETECTION_FILE } from './gateway';
import { iamOf, POLICY_FOLDER } from './iam';
import { RBAC_FOLDER, rbacOf } from './rbac';
import {
  goModule,
  GO_MOD,
  INSTALLATION_FILE,
  kubernetesOf,
  lockOf,
  RUNTIME_FILE,
} from './versions';
import { WEBHOOK_FOLDER, webhooksOf } from './webhooks';

const PATHS = [
  CHART,
  CRD_FOLDER,
  DETECTION_FILE,
  FLAGS_FILE,
  GATES_FILE,
  GO_MOD,
  INSTALLATION_FILE,
  POLICY_FOLDER,
  RBAC_FOLDER,
  RUNTIME_FILE,
  WEBHOOK_FOLDER,
];

/** What the files of one tag say. */
export interface DerivedRelease
  extends Pick<
    Release,
    'version' | 'date' | 'commit' | 'iam' | 'rbac' | 'webhooks' | 'crdsChanged'
  > {
  kubernetes?: { min: string; max?: string };
  lock: string;
  clientGo?: string;
  gatewayApi?: string;
  detected?: Detected;
  crds: DerivedCrd[];
  /** Does the tag have the chart's templates? */
  hasChart: boolean;
  /** Names in the chart's folder `crds`; undefined where it has none. */
  chartCrds?: string[];
  flags?: Release['flags'];
  gates?: Release['gates'];
  chartValues?: Release['chartValues'];
}

/** Re-derives every release from the files at its tag; oldest first. */
export function deriveAll(
  clone: Clone,
  tags: readonly Tag[],
): DerivedRelease[] {
  const names = tags.map(({ name }) => name);
  const newest = names[names.length - 1];
  clone.prepare(names, PATHS, wanted);
  let before: DerivedCrd[] | undefined;
  return tags.map(tag => {
    const crds = crdsOf(clone, tag.name);
    const crdsChanged = before !== undefined && !sameCrds(before, crds);
    before = crds;
    return {
      version: tag.name,
      date: tag.date,
      commit: tag.commit,
      kubernetes: kubernetesOf(clone, newest, tag.name),
      lock: lockOf(clone, tag.name),
      clientGo: goModule(clone, tag.name, 'k8s.io/client-go'),
      gatewayApi: goModule(clone, tag.name, 'sigs.k8s.io/gateway-api'),
      detected: detectedOf(clone, tag.name),
      crds,
      crdsChanged,
      hasChart: clone.paths(tag.name).some(path => path.startsWith(CHART)),
      chartCrds: chartCrdsOf(clone, tag.name),
      iam: iamOf(clone, tag.name),
      rbac: rbacOf(clone, tag.name),
      flags: flagsOf(clone, tag.name),
      gates: gatesOf(clone, tag.name),
      chartValues: chartValuesOf(clone, tag.name),
      webhooks: webhooksOf(clone, tag.name),
    };
  });
}

/** Beside the policies there are manifests of every release, each large. */
function wanted(path: string): boolean {
  return !path.startsWith(`${POLICY_FOLDER}/`) || path.endsWith('.json');
}

function sameCrds(a: readonly DerivedCrd[], b: readonly DerivedCrd[]): boolean {
  return (
    a.length === b.length &&
    a.every(
      ({ name, schema, versions }, i) =>
        name === b[i].name &&
        schema === b[i].schema &&
        JSON.stringify(versions) === JSON.stringify(b[i].versions),
    )
  );
}
