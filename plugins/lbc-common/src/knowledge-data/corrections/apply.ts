import { releaseName } from '../../knowledge/versions';
import type {
  IamVariant,
  Release,
  ReleaseCorrection,
  ReleaseSummary,
} from '../../knowledge/types';
import { byText, sortKeys } from '../lines/order';
import { KnowledgeCorrectionError } from './read';
import type { AttributedCorrection } from './types';

/** What must be said of a release that is not known, and has no `basedOn`. */
const NEEDED = ['date', 'kubernetes', 'lock'] as const;
const NEEDED_WHOLE = [
  'commit',
  'clientGo',
  'crds',
  'iam',
  'rbac',
  'webhooks',
] as const;

/** The summary of a corrected or added release. */
export function correctSummary(
  before: ReleaseSummary | undefined,
  base: ReleaseSummary | undefined,
  { by, correction }: AttributedCorrection,
): ReleaseSummary {
  const start = before ?? base;
  const missing = start
    ? []
    : [...NEEDED, ...NEEDED_WHOLE].filter(key => correction[key] === undefined);
  const {
    date = start?.date,
    kubernetes = start?.kubernetes,
    lock = start?.lock,
  } = correction;
  if (missing.length || !date || !kubernetes || !lock) {
    throw new KnowledgeCorrectionError(by, [
      `${correction.version} is not known: give ${missing.join(
        ', ',
      )}, or say in basedOn which release it is like`,
    ]);
  }
  return {
    version: releaseName(correction.version),
    date,
    charts: correction.charts ?? before?.charts ?? [],
    kubernetes,
    lock,
    crdsChanged:
      correction.crdsChanged ??
      before?.crdsChanged ??
      correction.crds !== undefined,
    iamChanged:
      correction.iamChanged ??
      before?.iamChanged ??
      correction.iam !== undefined,
    iamChangedVariants:
      correction.iamChangedVariants ??
      before?.iamChangedVariants ??
      (Object.keys(correction.iam ?? {}) as IamVariant[]),
    knownIssues: [
      ...(start?.knownIssues ?? []),
      ...(correction.knownIssues ?? []),
    ],
    correctedBy: [before?.correctedBy, by].filter(Boolean).join(', '),
  };
}

/** A release with a correction; its summary was corrected before. */
export function correctRelease(
  before: Release | undefined,
  summary: ReleaseSummary,
  correction: ReleaseCorrection,
): Release {
  const { gatewayApi = before?.gatewayApi } = correction;
  const flags = correctTable(before?.flags, correction.flags);
  const gates = correctTable(before?.gates, correction.gates);
  const chartValues =
    correction.chartValues === undefined
      ? before?.chartValues
      : sortKeys({ ...before?.chartValues, ...correction.chartValues });
  // A release that is only like another brings nothing of that one's news.
  const known = before?.version === summary.version ? before : undefined;
  return {
    ...summary,
    commit: correction.commit ?? before?.commit ?? '',
    clientGo: correction.clientGo ?? before?.clientGo ?? '',
    ...(gatewayApi && { gatewayApi }),
    crds: replaceByName(before?.crds, correction.crds),
    iam: { ...before?.iam, ...correction.iam },
    rbac: correction.rbac ?? before?.rbac ?? [],
    ...(flags && { flags }),
    ...(gates && { gates }),
    ...(chartValues && { chartValues }),
    webhooks: replaceByName(before?.webhooks, correction.webhooks),
    breakingChanges: [
      ...(known?.breakingChanges ?? []),
      ...(correction.breakingChanges ?? []),
    ],
    requiredActions: [
      ...(known?.requiredActions ?? []),
      ...(correction.requiredActions ?? []),
    ],
  };
}

function replaceByName<T extends { name: string }>(
  before: readonly T[] = [],
  after: readonly T[] = [],
): T[] {
  const named = new Map([...before, ...after].map(each => [each.name, each]));
  return [...named.values()].sort((a, b) => byText(a.name, b.name));
}

function correctTable<T>(
  before: Record<string, T> | undefined,
  changes: Record<string, T | null> | undefined,
): Record<string, T> | undefined {
  if (!changes) {
    return before;
  }
  const after = { ...before };
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) {
      delete after[name];
    } else {
      after[name] = value;
    }
  }
  return sortKeys(after);
}
