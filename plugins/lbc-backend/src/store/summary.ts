import {
  LifecycleState,
  Message,
  STATE_TONES,
  Subject,
  SubjectSummary,
} from '@lbc-backstage/plugin-lbc-common';
import type { JudgedDetail } from './types';

/** A summary as it is stored: history stands in columns beside it. */
export type StoredSummary = Omit<SubjectSummary, 'since' | 'sinceFirstSeen'>;

/** A detail as it is stored: history and target bindings stand beside it. */
export type PackedDetail = JudgedDetail;

/** Owners in a summary; `ownerCount` counts all. */
const MAX_OWNERS = 10;

/** Largest summary in bytes, less what history adds on the way out. */
const MAX_BYTES = 4_096 - 96;

const TONE_URGENCY = { red: 0, amber: 1, blue: 3, green: 4, grey: 5 };

/** The order of lists: what needs somebody first, then what nobody knows. */
export function urgencyOf(state: LifecycleState): number {
  return state === 'unknown' ? 2 : TONE_URGENCY[STATE_TONES[state]];
}

/** The name that lists are sorted by, within one urgency. */
export function sortNameOf(subject: Subject): string {
  const name =
    subject.loadBalancer?.name ??
    subject.securityGroup?.name ??
    subject.owners[0]?.name ??
    subject.targetGroups[0]?.name ??
    subject.stack ??
    subject.id;
  return name.toLocaleLowerCase('en-US');
}

/** What lists show of a subject: at most 4 KB, whatever names it has. */
export function summaryOf(subject: Subject): StoredSummary {
  const full: StoredSummary = {
    id: subject.id,
    kind: subject.kind,
    cluster: subject.cluster,
    clusterTag: subject.clusterTag,
    accountId: subject.accountId,
    region: subject.region,
    vpcId: subject.vpcId,
    generation: subject.generation,
    family: subject.family,
    stack: subject.stack,
    loadBalancer: subject.loadBalancer && { ...subject.loadBalancer },
    securityGroup: subject.securityGroup && { ...subject.securityGroup },
    owners: subject.owners.slice(0, MAX_OWNERS).map(ownerOf),
    ownerCount: subject.owners.length,
    routeCount: subject.backends.reduce(
      (sum, { routes }) => sum + routes.length,
      0,
    ),
    controller: subject.controller,
    state: subject.state,
    because: apiMessage(subject.because),
    grade: subject.grade,
    facets: subject.facets,
    traffic: apiMessage(subject.traffic),
    ifYouDeploy: apiMessage(subject.ifYouDeploy),
    whoActs: subject.whatToDo[0]?.who ?? 'nobody',
    targets: targetsOf(subject),
    observedAt: subject.observedAt,
  };
  return reduced(full);
}

/** What the page of one subject shows beside its summary. */
export function detailOf(subject: Subject): PackedDetail {
  return {
    candidates: subject.candidates,
    wouldDecide: subject.wouldDecide?.map(apiMessage),
    evidence: subject.evidence.map(evidenceOf),
    findings: subject.findings.map(findingOf),
    notExamined: subject.notExamined.map(apiMessage),
    whatHappens: subject.whatHappens.map(apiMessage),
    whatToDo: subject.whatToDo.map(({ who, message }) => ({
      who,
      message: apiMessage(message),
    })),
    commands: subject.commands.map(({ purpose, ...rest }) => ({
      ...rest,
      purpose: apiMessage(purpose),
    })),
    targetGroups: subject.targetGroups,
    backends: subject.backends,
    ...(subject.drift && { drift: driftOf(subject.drift) }),
    tags: { ...subject.tags },
    ...(subject.removal && { removal: subject.removal }),
    ...(subject.owners.length > 1 && {
      allOwners: subject.owners.map(ownerOf),
    }),
    ...(subject.members && { members: subject.members }),
  };
}

type ApiMessage = StoredSummary['because'];

/** A message with lists that can be written to. */
export function apiMessage({ code, params }: Message): ApiMessage {
  if (!params) {
    return { code };
  }
  const copy: NonNullable<ApiMessage['params']> = {};
  for (const [key, value] of Object.entries(params)) {
    copy[key] = typeof value === 'object' ? [...value] : value;
  }
  return { code, params: copy };
}

function driftOf(drift: NonNullable<Subject['drift']>): PackedDetail['drift'] {
  return {
    ...drift,
    findings: drift.findings.map(({ message, ...rest }) => ({
      ...rest,
      message: apiMessage(message),
    })),
    notExamined: drift.notExamined.map(apiMessage),
  };
}

type ApiFinding = PackedDetail['findings'][number];

function evidenceOf({
  message,
  ...rest
}: Subject['evidence'][number]): ApiFinding['evidence'][number] {
  return { ...rest, message: apiMessage(message) };
}

function findingOf({
  whatToDo,
  ...finding
}: Subject['findings'][number]): ApiFinding {
  return {
    ...finding,
    title: apiMessage(finding.title),
    messages: finding.messages.map(apiMessage),
    ...(whatToDo && { whatToDo: apiMessage(whatToDo) }),
    evidence: finding.evidence.map(evidenceOf),
  };
}

function ownerOf(owner: Subject['owners'][number]): StoredSummary['owners'][0] {
  const { because, ...rest } = owner;
  return { ...rest, ...(because && { because: apiMessage(because) }) };
}

function targetsOf(subject: Subject): StoredSummary['targets'] {
  let healthy = 0;
  let total = 0;
  let unread = 0;
  let observedAt: string | undefined;
  for (const { health } of subject.targetGroups) {
    if (!health) {
      unread++;
      continue;
    }
    healthy += health.byState.healthy ?? 0;
    total += Object.values(health.byState).reduce((sum, n) => sum + n, 0);
    if (observedAt === undefined || health.observedAt < observedAt) {
      observedAt = health.observedAt;
    }
  }
  return { healthy, total, unread, ...(observedAt && { observedAt }) };
}

function fits(summary: StoredSummary): boolean {
  return Buffer.byteLength(JSON.stringify(summary)) <= MAX_BYTES;
}

function cut(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length)}…` : text;
}

function cutMessage(message: ApiMessage, length: number): ApiMessage {
  const params = Object.entries(message.params ?? {}).map(([key, value]) => {
    if (Array.isArray(value)) {
      return [key, value.slice(0, 3).map(text => cut(text, length))];
    }
    return [key, typeof value === 'string' ? cut(value, length) : value];
  });
  return { ...message, params: Object.fromEntries(params) };
}

const cutMessages =
  (length: number) =>
  (summary: StoredSummary): StoredSummary => ({
    ...summary,
    because: cutMessage(summary.because, length),
    traffic: cutMessage(summary.traffic, length),
    ifYouDeploy: cutMessage(summary.ifYouDeploy, length),
    owners: summary.owners.map(owner => ({
      ...owner,
      ...(owner.because && { because: cutMessage(owner.because, length) }),
    })),
  });

/** What is left out, one after the other, until a summary fits. */
const REDUCTIONS: ReadonlyArray<(summary: StoredSummary) => StoredSummary> = [
  cutMessages(100),
  summary => ({
    ...summary,
    owners: summary.owners.map(({ because, ...owner }) => owner),
  }),
  summary => ({ ...summary, owners: summary.owners.slice(0, 5) }),
  summary => ({ ...summary, owners: summary.owners.slice(0, 2) }),
  cutMessages(24),
  summary => ({
    ...summary,
    clusterTag: summary.clusterTag && cut(summary.clusterTag, 64),
    stack: summary.stack && cut(summary.stack, 64),
  }),
  summary => ({ ...summary, owners: summary.owners.slice(0, 1) }),
];

function reduced(full: StoredSummary): StoredSummary {
  return REDUCTIONS.reduce(
    (summary, reduce) => (fits(summary) ? summary : reduce(summary)),
    full,
  );
}
