import { stableText } from '../../../src/knowledge/delta/stableText';
import type { IamVariant, Release } from '../../../src/knowledge/types';
import {
  byText,
  grantText,
  rightText,
} from '../../../src/knowledge-data/lines/order';
import type { DerivedRelease } from './derive';

/** Something that our data and upstream's files say differently. */
export interface Disagreement {
  release: string;
  subject: Subject;
  /** What it is about, as `aws ec2:CreateTags`. */
  what: string;
  ours: string;
  upstream: string;
}

export const SUBJECTS = [
  'releases',
  'dates',
  'commits',
  'kubernetes',
  'lock',
  'client-go',
  'gateway-api',
  'gateway-needs',
  'crds',
  'crd-changes',
  'chart-crds',
  'iam',
  'rbac',
  'flags',
  'gates',
  'chart-values',
  'webhooks',
  'features',
] as const;
export type Subject = (typeof SUBJECTS)[number];

/** Collects what disagrees, and counts what was compared. */
export class Comparison {
  readonly disagreements: Disagreement[] = [];
  readonly counts = new Map<Subject, number>();

  /** Compares one fact; undefined means that it is not there. */
  fact(
    release: string,
    subject: Subject,
    what: string,
    ours: unknown,
    upstream: unknown,
  ): void {
    this.counts.set(subject, (this.counts.get(subject) ?? 0) + 1);
    const [left, right] = [shown(ours), shown(upstream)];
    if (left !== right) {
      this.disagreements.push({
        release,
        subject,
        what,
        ours: left,
        upstream: right,
      });
    }
  }

  /** Compares two sets of texts, one fact an item of either. */
  sets(
    release: string,
    subject: Subject,
    ours: Iterable<string>,
    upstream: Iterable<string>,
  ): void {
    const [left, right] = [new Set(ours), new Set(upstream)];
    for (const item of [...new Set([...left, ...right])].sort(byText)) {
      this.fact(release, subject, item, left.has(item), right.has(item));
    }
  }

  /** Compares two tables, one fact an entry of either. */
  tables(
    release: string,
    subject: Subject,
    ours: Record<string, unknown> | undefined,
    upstream: Record<string, unknown> | undefined,
  ): void {
    const [left, right] = [ours, upstream].map(
      table => new Map(Object.entries(table ?? {})),
    );
    this.fact(release, subject, 'known', Boolean(ours), Boolean(upstream));
    for (const name of new Set([...left.keys(), ...right.keys()])) {
      this.fact(release, subject, name, left.get(name), right.get(name));
    }
  }
}

function shown(value: unknown): string {
  return value === undefined ? 'nothing' : stableText(value);
}

/** One release of ours against what its tag says. */
export function compareRelease(
  comparison: Comparison,
  ours: Release,
  upstream: DerivedRelease,
): void {
  const { version } = ours;
  const { min, max } = ours.kubernetes;
  const fact = comparison.fact.bind(comparison, version);
  fact('dates', 'date', ours.date, upstream.date);
  fact('commits', 'commit', ours.commit, upstream.commit);
  fact('kubernetes', 'range', { min, max }, upstream.kubernetes);
  fact('lock', 'lock', ours.lock, upstream.lock);
  fact('client-go', 'client-go', ours.clientGo, upstream.clientGo);
  fact(
    'gateway-api',
    'gateway-api',
    ours.gatewayApi?.builtFor,
    upstream.gatewayApi,
  );
  compareNeeds(comparison, ours, upstream);
  comparison.sets(
    version,
    'crds',
    crdTexts(ours.crds),
    crdTexts(upstream.crds),
  );
  fact('crd-changes', 'changed', ours.crdsChanged, upstream.crdsChanged);
  if (upstream.chartCrds) {
    const inChart = ours.crds.filter(crd => crd.inChart);
    comparison.sets(
      version,
      'chart-crds',
      inChart.map(({ name }) => name),
      upstream.chartCrds,
    );
  }
  comparison.sets(version, 'iam', iamTexts(ours.iam), iamTexts(upstream.iam));
  comparison.sets(
    version,
    'rbac',
    ours.rbac.map(rightText),
    upstream.rbac.map(rightText),
  );
  comparison.tables(version, 'flags', ours.flags, upstream.flags);
  comparison.tables(version, 'gates', ours.gates, upstream.gates);
  comparison.tables(
    version,
    'chart-values',
    ours.chartValues,
    upstream.chartValues,
  );
  comparison.tables(
    version,
    'webhooks',
    byName(ours.webhooks, upstream.hasChart),
    byName(upstream.webhooks, upstream.hasChart),
  );
}

/** Only where the source has a detection: before, no file lists the needs. */
function compareNeeds(
  comparison: Comparison,
  { version, gatewayApi }: Release,
  { detected }: DerivedRelease,
): void {
  for (const type of ['alb', 'nlb'] as const) {
    if (detected) {
      const needs = (gatewayApi?.[type] ?? [])
        // What is missing without being looked for crashes.
        .filter(
          ({ ifMissing = gatewayApi?.ifMissing }) =>
            ifMissing === 'switched-off',
        )
        .map(need => `${need.crd}/${need.version}`);
      comparison.sets(
        version,
        'gateway-needs',
        needs.map(need => `${type} ${need}`),
        detected[type].map(need => `${type} ${need}`),
      );
    }
  }
}

function crdTexts(
  crds: ReadonlyArray<Omit<Release['crds'][number], 'inChart'>>,
): string[] {
  return crds.flatMap(({ name, kind, scope, versions }) => [
    `${name} ${kind} ${scope}`,
    ...versions.flatMap(({ fields, name: version, ...flags }) => [
      `${name} ${version} ${stableText(flags)}`,
      ...fields.map(field => `${name} ${version} ${field}`),
    ]),
  ]);
}

function iamTexts(iam: Release['iam']): string[] {
  return Object.entries(iam).flatMap(([name, grants]) => {
    const variant = name as IamVariant;
    return [
      `${variant} is published`,
      ...(grants ?? []).map(
        grant =>
          `${variant} ${grantText({
            ...grant,
            resources: [...grant.resources].sort(byText),
            condition: sorted(grant.condition),
          })}`,
      ),
    ];
  });
}

function sorted<T>(value: T): T {
  return value === undefined ? value : (JSON.parse(stableText(value)) as T);
}

/** Before the chart came to the repository, its policies stood elsewhere. */
function byName(
  webhooks: Release['webhooks'],
  hasChart: boolean,
): Record<string, unknown> {
  return Object.fromEntries(
    webhooks.map(({ chartFailurePolicy, ...rest }) => [
      rest.name,
      { ...rest, ...(hasChart && { chartFailurePolicy }) },
    ]),
  );
}
