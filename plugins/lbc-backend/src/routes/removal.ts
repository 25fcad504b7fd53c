import { InputError, NotFoundError } from '@backstage/errors';
import {
  CoverageItem,
  RemovalSubject,
  SubjectSummary,
  WHAT_IF_SCENARIOS,
  whatIf,
  WhatIfQuestion,
  WhatIfResponse,
  WhatIfScenario,
} from '@lbc-backstage/plugin-lbc-common';
import type { Request } from 'express';
import type { MemberView } from '../permissions';
import { apiMessage } from '../store/summary';
import type { LiveAttributes, StoredDetail } from '../store/types';
import { oldest, pageOf } from './offsets';
import { readName, readPaging } from './query';

/** The most subjects of one answer. */
export const MOST_SUBJECTS = 300;

/** What one who asks for a scenario writes in the address. */
export interface WhatIfRequest {
  scenario: WhatIfScenario;
  namespace?: string;
  ingressClass?: string;
}

function isScenario(text: string): text is WhatIfScenario {
  return (WHAT_IF_SCENARIOS as readonly string[]).includes(text);
}

/** `scenario`, `namespace` and `ingressClass`. */
export function readWhatIf(req: Request): WhatIfRequest {
  const scenario = readName(req, 'scenario');
  if (scenario === undefined || !isScenario(scenario)) {
    throw new InputError(
      `scenario is "${scenario ?? ''}": give one of ${WHAT_IF_SCENARIOS.join(
        ', ',
      )}`,
    );
  }
  const namespace = readName(req, 'namespace');
  const ingressClass = readName(req, 'ingressClass');
  return {
    scenario,
    ...(namespace && { namespace }),
    ...(ingressClass && { ingressClass }),
  };
}

/**
 * Refuses a namespace in which the caller may read nothing, be there something
 * or not: the answer would tell.
 */
export function demandNamespace(
  { namespace }: WhatIfRequest,
  views: ReadonlyArray<MemberView | undefined>,
): void {
  if (
    namespace !== undefined &&
    views.length > 0 &&
    views.every(view => view && !view.namespaces.has(namespace))
  ) {
    throw new NotFoundError(
      `There is no load balancer with an owner in the namespace ${namespace} that you may read`,
    );
  }
}

/** A stored subject as its removal is judged. */
export function removalSubjectOf(
  { summary, detail }: { summary: SubjectSummary; detail: StoredDetail },
  live?: LiveAttributes,
): RemovalSubject {
  return {
    ...summary,
    targetGroups: detail.targetGroups,
    targetBindings: detail.targetBindings,
    ...(detail.removal && { removal: detail.removal }),
    ...(live && { live }),
  };
}

/** Kinds that hide owners, classes or what belongs to them where they are not read. */
const TELLING =
  /^(namespaces|ingresses|ingressclasses|services|gateways|gatewayclasses|targetgroupbindings|globalaccelerators|loadBalancers|targetGroups)(\.|$)/;

function unreadOf(
  coverage: readonly CoverageItem[],
): NonNullable<WhatIfQuestion['unread']> {
  return coverage
    .filter(({ kind }) => TELLING.test(kind))
    .map(({ target, kind }) => ({
      cluster: target.replace(/^[a-z]+:/, ''),
      kind,
    }));
}

/** Answers a scenario for some subjects, one page of them. */
export function answerWhatIf(options: {
  req: Request;
  question: Omit<WhatIfQuestion, 'unread'>;
  coverage: readonly CoverageItem[];
  observedAt?: string;
  /** What the caller may see of each, by subject id; none: everything. */
  views?: ReadonlyMap<string, MemberView | undefined>;
}): WhatIfResponse {
  const { req, question, coverage, views } = options;
  const answer = whatIf({ ...question, unread: unreadOf(coverage) });
  const { items, nextCursor } = pageOf(answer.subjects, readPaging(req));
  const observedAt =
    options.observedAt ??
    oldest(question.subjects.map(each => each.observedAt));
  const say = <T extends { because: Parameters<typeof apiMessage>[0] }>(
    each: T,
  ) => ({ ...each, because: apiMessage(each.because) });
  const body: WhatIfResponse = {
    scenario: answer.scenario,
    items: items.map(each => ({
      ...say(each),
      stays: each.stays.map(say),
      goes: each.goes.map(say),
      hangs: each.hangs.map(say),
      leaks: each.leaks.map(say),
      blocks: each.blocks.map(apiMessage),
      unknown: each.unknown.map(apiMessage),
    })),
    ...(nextCursor && { nextCursor }),
    totalItems: answer.subjects.length,
    totals: answer.totals,
    order: answer.order.map(apiMessage),
    notes: answer.notes.map(apiMessage),
    unknown: answer.unknown.map(apiMessage),
    ...(observedAt && { observedAt }),
    coverage: [...coverage],
  };
  // Order and notes are of all of them: each may hide something there.
  return [...(views?.values() ?? [])].reduce(
    (shown, view) => (view?.hides ? view.redact(shown) : shown),
    body,
  );
}
