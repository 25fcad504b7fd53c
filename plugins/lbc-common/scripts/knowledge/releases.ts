import { iamDelta } from '../../src/knowledge/delta/iam';
import { stableText } from '../../src/knowledge/delta/stableText';
import type {
  IamVariant,
  LeaderLock,
  Release,
  ReleaseCrd,
} from '../../src/knowledge/types';
import {
  byText,
  grantText,
  rightText,
  sortKeys,
} from '../../src/knowledge-data/lines/order';
import { acceleratorPolicy } from './curated/acceleratorPolicy';
import { wordyFlags } from './curated/flags';
import { gatewayNeeds } from './curated/gatewayNeeds';
import { knownIssuesOf } from './curated/knownIssues';
import { Facts, Ranges, within } from './facts';

type FactsRelease = Facts['releases'][number];

/** Whole releases, oldest first, from a folder of facts. */
export function releasesOf(facts: Facts): Release[] {
  const releases: Release[] = [];
  for (const row of facts.releases) {
    const iam = iamOf(facts, row.version);
    const before = releases[releases.length - 1];
    const changed = before ? variantsChanged(before.iam, iam) : [];
    releases.push({
      version: row.version,
      date: row.date,
      charts: row.helmChartVersions.map(({ chart }) => chart),
      kubernetes: {
        min: row.minKubernetes,
        ...(row.maxKubernetesDocumented && {
          max: row.maxKubernetesDocumented,
        }),
        sureness: 'documented',
        source: row.minKubernetesSource,
      },
      lock: lockOf(row.leaderElectionLock),
      crdsChanged: row.crdApplyNeeded,
      iamChanged: changed.includes('aws'),
      iamChangedVariants: changed,
      knownIssues: knownIssuesOf(row.version),
      commit: row.commit,
      clientGo: row.clientGo,
      ...gatewayApiOf(row),
      crds: row.crds.map(crd => crdOf(facts, row.version, crd)),
      iam,
      rbac: facts.rbac
        .filter(rule => within(rule.in, row.version))
        .map(({ in: _, ...rule }) => rule)
        .sort((a, b) => byText(rightText(a), rightText(b))),
      ...configurationOf(facts, row.version),
      webhooks: webhooksOf(row),
      breakingChanges: row.breakingChanges,
      requiredActions: row.requiredActionsBeforeUpgrade,
    });
  }
  return releases;
}

function lockOf(text: string): LeaderLock {
  const [lock] = text.split(' ');
  if (
    lock !== 'configmaps' &&
    lock !== 'configmapsleases' &&
    lock !== 'leases'
  ) {
    throw new Error(`"${text}" is no lock that is known`);
  }
  return lock;
}

function gatewayApiOf(row: FactsRelease): Pick<Release, 'gatewayApi'> {
  return row.gatewayApiVersion
    ? { gatewayApi: gatewayNeeds(row.version, row.gatewayApiVersion) }
    : {};
}

function crdOf(
  facts: Facts,
  version: string,
  crd: FactsRelease['crds'][number],
): ReleaseCrd {
  const held = Object.entries(facts.crdFields[crd.name] ?? {}).filter(
    ([, { in: ranges }]) => within(ranges, version),
  );
  return {
    name: crd.name,
    kind: crd.kind,
    scope: crd.scope,
    versions: held
      .map(([name, { fields }]) => ({
        name,
        served: crd.versionsServed.includes(name),
        storage: crd.storageVersion === name,
        deprecated: crd.deprecatedVersions.includes(name),
        fields: Object.entries(fields)
          .filter(([, kinds]) => kinds.some(each => within(each.in, version)))
          .map(([path]) => path)
          .sort(byText),
      }))
      .sort((a, b) => byText(a.name, b.name)),
    inChart: crd.inEksChartCrdsDir,
  };
}

function iamOf(facts: Facts, version: string): Release['iam'] {
  const iam: Release['iam'] = {};
  for (const [name, ranges] of Object.entries(facts.iam._meta.variants)) {
    const variant = name as IamVariant;
    if (within(ranges as Ranges, version)) {
      iam[variant] = facts.iam.rows
        .filter(row => row.variant === variant && within(row.in, version))
        .map(({ action, effect, resource, condition }) => ({
          action,
          effect,
          resources: resource,
          ...(condition && { condition }),
        }))
        .sort((a, b) => byText(grantText(a), grantText(b)));
    }
  }
  const aga = acceleratorPolicy(version);
  if (!aga) {
    return iam;
  }
  // An extraction that goes by file names may count that file as `aws`.
  const own = new Set(aga.map(stableText));
  const aws = iam.aws?.filter(grant => !own.has(stableText(grant)));
  return { ...iam, ...(aws && { aws }), aga };
}

function variantsChanged(
  before: Release['iam'],
  after: Release['iam'],
): IamVariant[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return ([...names] as IamVariant[]).sort(byText).filter(variant => {
    const { added, removed, changed } = iamDelta(before, after, variant);
    return added.length + removed.length + changed.length > 0;
  });
}

function configurationOf(
  facts: Facts,
  version: string,
): Pick<Release, 'flags' | 'gates' | 'chartValues'> {
  const { _meta, flags, featureGates, chartValues } = facts.configuration;
  const at = <T extends { in: Ranges }, R>(
    table: Record<string, T[]>,
    made: (row: T) => R,
  ): Record<string, R> =>
    sortKeys(
      Object.fromEntries(
        Object.entries(table).flatMap(([name, rows]) => {
          const row = rows.find(each => within(each.in, version));
          return row ? [[name, made(row)]] : [];
        }),
      ),
    );
  return {
    ...(within(_meta.covered.flags, version) && {
      flags: sortKeys({
        ...at(flags, row => ({ type: row.type, default: row.default })),
        ...wordyFlags(version),
      }),
    }),
    ...(within(_meta.covered.gates, version) && {
      gates: at(featureGates, row => row.default),
    }),
    ...(within(_meta.covered.values, version) && {
      chartValues: at(chartValues, row => row.default ?? null),
    }),
  };
}

function webhooksOf(row: FactsRelease): Release['webhooks'] {
  return row.webhooks
    .map(webhook => {
      const inChart = row.webhooksHelm.find(
        ({ name }) => name === webhook.name,
      );
      return {
        ...webhook,
        ...(inChart && { chartFailurePolicy: inChart.failurePolicy }),
      };
    })
    .sort((a, b) => byText(a.name, b.name));
}
