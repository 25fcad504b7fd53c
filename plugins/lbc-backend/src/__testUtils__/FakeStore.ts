import {
  Controller,
  CoverageItem,
  TimelineItem,
  Transition,
} from '@lbc-backstage/plugin-lbc-common';
import {
  isAndCriteria,
  isNotCriteria,
  isOrCriteria,
} from '@backstage/plugin-permission-node';
import type {
  EntityMatch,
  Page,
  ReadStore,
  StoredDetail,
  SubjectCriteria,
  SubjectFacts,
} from '../store/types';
import type { SubjectSummary } from '@lbc-backstage/plugin-lbc-common';

/** A subject with all that the store keeps of it. */
export interface FakeSubject {
  summary: SubjectSummary;
  detail: StoredDetail;
  facts: SubjectFacts['facts'];
  transitions?: Transition[];
  timeline?: TimelineItem[];
  reports?: Awaited<ReturnType<ReadStore['listReports']>>;
}

interface StoredMatches {
  etag: string;
  factsVersion: number;
  matches: readonly EntityMatch[];
  owner?: string;
}

function pageOf<T>(
  items: T[],
  { limit, cursor = '0' }: { limit: number; cursor?: string },
): Page<T> {
  const end = Number(cursor) + limit;
  return {
    items: items.slice(Number(cursor), end),
    total: items.length,
    ...(end < items.length && { nextCursor: String(end) }),
  };
}

/** The read side in memory. Subjects are listed in the order in which they are given. */
export class FakeStore implements ReadStore {
  subjects: FakeSubject[] = [];
  controllers: Controller[] = [];
  coverage: CoverageItem[] = [];
  targets: Awaited<ReturnType<ReadStore['listTargets']>> = [];
  looseTargetBindings: Awaited<
    ReturnType<ReadStore['listLooseTargetBindings']>
  > = [];
  liveAttributes: Awaited<ReturnType<ReadStore['getLiveAttributes']>> = {};
  version = 1;
  readonly matches = new Map<string, StoredMatches>();

  async listSubjects(options: Parameters<ReadStore['listSubjects']>[0]) {
    const rows = this.subjects.flatMap(subject => {
      const found = options.entityRefs.flatMap(entityRef =>
        (this.matches.get(entityRef)?.matches ?? [])
          .filter(({ subjectId }) => subjectId === subject.summary.id)
          .map(match => ({ summary: subject.summary, match, entityRef })),
      );
      return found.slice(0, 1);
    });
    const may = rows.filter(row => this.#allows(row.summary, options.criteria));
    const hidden = rows.filter(row => !may.includes(row));
    const { states } = options;
    return {
      ...pageOf(
        may.filter(({ summary }) => states?.includes(summary.state) ?? true),
        options,
      ),
      hidden: hidden.filter(({ match }) => !match.claimOnly).length,
      hiddenClaims: hidden.some(({ match }) => match.claimOnly),
    };
  }

  async getSubject(id: string, options?: { criteria?: SubjectCriteria }) {
    const found = this.subjects.find(({ summary }) => summary.id === id);
    return found && this.#allows(found.summary, options?.criteria)
      ? { summary: found.summary, detail: found.detail }
      : undefined;
  }

  async listClusterSubjects(
    options: Parameters<ReadStore['listClusterSubjects']>[0],
  ) {
    const { cluster, namespace, limit } = options;
    const found = this.subjects.filter(
      ({ summary }) =>
        summary.cluster === cluster &&
        this.#allows(summary, options.criteria) &&
        (namespace === undefined ||
          summary.owners.some(owner => owner.namespace === namespace)),
    );
    return { items: found.slice(0, limit), total: found.length };
  }

  async listJudgedSubjects(
    options: Parameters<ReadStore['listJudgedSubjects']>[0],
  ) {
    return this.listClusterSubjects(options);
  }

  async listLooseTargetBindings(cluster: string) {
    return this.looseTargetBindings.filter(each => each.cluster === cluster);
  }

  async getLiveAttributes() {
    return this.liveAttributes;
  }

  async getDerivedOwners(ids: readonly string[]) {
    return Object.fromEntries(ids.map(id => [id, this.#ownersOf(id)]));
  }

  async listObjectsOfTeams(ids: readonly string[]) {
    return Object.fromEntries(
      ids.map(id => [
        id,
        [...this.matches.values()].flatMap(({ matches, owner }) =>
          matches
            .filter(match => match.subjectId === id && !match.claimOnly)
            .map(({ objects = [] }) => ({
              ...(owner && { team: owner }),
              objects,
            })),
        ),
      ]),
    );
  }

  async listTransitions(
    options: Parameters<ReadStore['listTransitions']>[0],
  ): Promise<Page<Transition>> {
    const found = this.subjects.find(
      ({ summary }) => summary.id === options.subjectId,
    );
    return pageOf(found?.transitions ?? [], options);
  }

  async listTimeline(options: Parameters<ReadStore['listTimeline']>[0]) {
    const found = this.subjects.find(
      ({ summary }) => summary.id === options.subjectId,
    );
    const { items, nextCursor } = pageOf(found?.timeline ?? [], options);
    return { items, ...(nextCursor && { nextCursor }) };
  }

  async listReports(id: string) {
    const found = this.subjects.find(({ summary }) => summary.id === id);
    return found?.reports ?? { reports: [] };
  }

  async listControllers(options: Parameters<ReadStore['listControllers']>[0]) {
    const { clusters } = options;
    return pageOf(
      this.controllers.filter(c => clusters?.includes(c.cluster) ?? true),
      options,
    );
  }

  async listCoverage(options: Parameters<ReadStore['listCoverage']>[0] = {}) {
    const { targets, incompleteOnly } = options;
    return this.coverage.filter(
      ({ target, coverage }) =>
        (targets?.includes(target) ?? true) &&
        !(incompleteOnly && /complete|absent/.test(coverage)),
    );
  }

  async listTargets() {
    return this.targets;
  }

  async queue() {
    return { due: 3, running: 1 };
  }

  async historySince() {
    return '2026-11-01T00:00:00.000Z';
  }

  async factsVersion() {
    return this.version;
  }

  async listFacts() {
    return this.subjects.map(({ summary, facts }) => ({
      subjectId: summary.id,
      facts,
    }));
  }

  async getEntityMatchState(entityRef: string) {
    return this.matches.get(entityRef);
  }

  async putEntityMatches(
    options: Parameters<ReadStore['putEntityMatches']>[0],
  ) {
    this.matches.set(options.entityRef, options);
  }

  async listEntityMatchStates() {
    return [...this.matches].map(([entityRef, state]) => ({
      entityRef,
      ...state,
    }));
  }

  async removeEntities(entityRefs: readonly string[]) {
    entityRefs.forEach(ref => this.matches.delete(ref));
  }

  #ownersOf(id: string): string[] {
    return [...this.matches.values()].flatMap(({ matches, owner }) =>
      owner && matches.some(m => m.subjectId === id && !m.claimOnly)
        ? [owner]
        : [],
    );
  }

  #allows(subject: SubjectSummary, criteria?: SubjectCriteria): boolean {
    if (!criteria) {
      return true;
    }
    if (isAndCriteria(criteria)) {
      return criteria.allOf.every(each => this.#allows(subject, each));
    }
    if (isOrCriteria(criteria)) {
      return criteria.anyOf.some(each => this.#allows(subject, each));
    }
    if (isNotCriteria(criteria)) {
      return !this.#allows(subject, criteria.not);
    }
    const values = {
      cluster: [subject.cluster],
      accountId: [subject.accountId],
      region: [subject.region],
      namespace: subject.owners.map(({ namespace }) => namespace),
      derivedOwner: this.#ownersOf(subject.id),
    }[criteria.key];
    return values.some(each => each && criteria.values.includes(each));
  }
}
