import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  LifecycleState,
  objectKey,
  SubjectSummary,
} from '@lbc-backstage/plugin-lbc-common';
import type { EntityMatch, ReadStore } from '../store/types';
import { meets, MemberView, WholeSubject } from './members';
import type { Authorizer, StackAccess } from './StackAccess';

type SubjectPage = Awaited<ReturnType<ReadStore['listSubjects']>>;
type ListedSubject = SubjectPage['items'][number];
type TransitionPage = Awaited<ReturnType<ReadStore['listTransitions']>>;

type TimelinePage = Awaited<ReturnType<ReadStore['listTimeline']>>;

const NOTHING: SubjectPage = {
  items: [],
  total: 0,
  hidden: 0,
  hiddenClaims: false,
};

/** A subject with what the caller may see of it; no view: all of it. */
export interface ReadSubject {
  whole: WholeSubject;
  view?: MemberView;
}

/**
 * The store as one caller may see it. Permission judges a subject's own
 * cluster, account, namespaces and derived owners, and each of several owners
 * by itself; what may not be read is not there, by name or by count, save for
 * the count of an entity's own members, and of hidden owners with their team.
 */
export class AuthorizedReadStore {
  readonly #store: ReadStore;
  /** What the caller may read. */
  readonly access: StackAccess;

  static async create(options: {
    store: ReadStore;
    authorizer: Authorizer;
    credentials: BackstageCredentials;
  }): Promise<AuthorizedReadStore> {
    const { store, authorizer, credentials } = options;
    return new AuthorizedReadStore(
      store,
      await authorizer.stackAccess(credentials),
    );
  }

  private constructor(store: ReadStore, access: StackAccess) {
    this.#store = store;
    this.access = access;
  }

  /** Subjects of entities; of several owners an entity's own come first. */
  async listSubjects(options: {
    entityRefs: readonly string[];
    states?: readonly LifecycleState[];
    limit: number;
    cursor?: string;
  }): Promise<SubjectPage> {
    if (this.access.may === 'none') {
      return NOTHING;
    }
    const page = await this.#store.listSubjects({
      ...options,
      ...this.#criteria(),
    });
    const items: ListedSubject[] = [];
    for (const item of page.items) {
      items.push(item.summary.ownerCount > 1 ? await this.#listed(item) : item);
    }
    return { ...page, items };
  }

  /** Not found is also the answer for what the caller may not read. */
  async getSubject(id: string): Promise<WholeSubject> {
    const { whole, view } = await this.readSubject(id);
    return view ? { summary: view.summary(), detail: view.detail() } : whole;
  }

  /**
   * A subject whole, for an answer that is made of all of it: what is said
   * then goes through the view.
   */
  async readSubject(id: string): Promise<ReadSubject> {
    const whole =
      this.access.may === 'none'
        ? undefined
        : await this.#store.getSubject(id, this.#criteria());
    if (!whole) {
      throw new NotFoundError(
        'There is no such load balancer, or you are not permitted to read it',
      );
    }
    const [view] = await this.viewsOf([whole]);
    return { whole, ...(view && { view }) };
  }

  /** What the caller may see of subjects that he may read; none: everything. */
  async viewsOf(
    subjects: readonly WholeSubject[],
  ): Promise<Array<MemberView | undefined>> {
    const { access } = this;
    if (access.may !== 'some') {
      return subjects.map(() => undefined);
    }
    const teams = await this.#store.listObjectsOfTeams(
      subjects.map(({ summary }) => summary.id),
    );
    return subjects.map(whole =>
      MemberView.create({
        whole,
        criteria: access.criteria,
        teams: teams[whole.summary.id] ?? [],
      }),
    );
  }

  /**
   * What of a cluster the caller may read. With a namespace, only where he may
   * read an owner in it: else the answer would tell that there is one.
   */
  async listCluster(options: {
    cluster: string;
    namespace?: string;
    limit: number;
  }): Promise<{
    found: Awaited<ReturnType<ReadStore['listClusterSubjects']>>;
    loose: Awaited<ReturnType<ReadStore['listLooseTargetBindings']>>;
    views: Map<string, MemberView | undefined>;
  }> {
    const { access } = this;
    const { cluster, namespace } = options;
    if (access.may === 'none') {
      return { found: { items: [], total: 0 }, loose: [], views: new Map() };
    }
    const [page, bindings] = await Promise.all([
      this.#store.listClusterSubjects({ ...options, ...this.#criteria() }),
      this.#store.listLooseTargetBindings(cluster),
    ]);
    const views = await this.viewsOf(page.items);
    const shown = page.items.flatMap((item, index) => {
      const view = views[index];
      const tells =
        !view || namespace === undefined || view.namespaces.has(namespace);
      return tells ? [{ item, view }] : [];
    });
    return {
      found: {
        items: shown.map(({ item }) => item),
        total: page.total - (page.items.length - shown.length),
      },
      loose:
        access.may === 'all'
          ? bindings
          : bindings.filter(binding =>
              meets(
                {
                  cluster,
                  namespaces: [binding.namespace],
                  derivedOwners: [],
                },
                access.criteria,
              ),
            ),
      views: new Map(shown.map(({ item, view }) => [item.summary.id, view])),
    };
  }

  async listTransitions(
    subject: ReadSubject,
    paging: { limit: number; cursor?: string },
  ): Promise<TransitionPage> {
    const page = await this.#store.listTransitions({
      subjectId: subject.whole.summary.id,
      ...paging,
    });
    return subject.view ? subject.view.redact(page) : page;
  }

  /** Of Events, those of objects that the caller may read. */
  async listTimeline(
    subject: ReadSubject,
    paging: { limit: number; cursor?: string; now: string },
  ): Promise<TimelinePage> {
    const { whole, view } = subject;
    const page = await this.#store.listTimeline({
      subjectId: whole.summary.id,
      ...paging,
    });
    return view
      ? { ...page, items: page.items.flatMap(item => view.timelineItem(item)) }
      : page;
  }

  async #listed(item: ListedSubject): Promise<ListedSubject> {
    const { summary, match } = item;
    const own = new Set(match.objects ?? []);
    const isCut = summary.owners.length < summary.ownerCount;
    if (this.access.may === 'all' && !(isCut && own.size > 0)) {
      return { ...item, summary: ownFirst(summary, match) };
    }
    const whole = await this.#store.getSubject(summary.id, {
      ...this.#criteria(),
      unnoticed: true,
    });
    if (!whole) {
      return { ...item, summary: ownFirst(summary, match) };
    }
    // Those beyond the first ten may be the entity's.
    const { allOwners = summary.owners } = whole.detail;
    const [view] = await this.viewsOf([
      {
        ...whole,
        detail: {
          ...whole.detail,
          allOwners: sortOwnFirst(allOwners, match),
        },
      },
    ]);
    const shown = view?.hides
      ? view.summary()
      : {
          ...summary,
          owners: sortOwnFirst(allOwners, match).slice(
            0,
            Math.max(1, summary.owners.length),
          ),
        };
    return { ...item, summary: shown };
  }

  #criteria() {
    return this.access.may === 'some' ? { criteria: this.access.criteria } : {};
  }
}

function sortOwnFirst<
  T extends { kind: string; namespace: string; name: string },
>(owners: readonly T[], { objects = [] }: EntityMatch): T[] {
  const own = new Set(objects);
  const rank = (owner: T) => (own.has(objectKey(owner)) ? 0 : 1);
  return [...owners].sort((a, b) => rank(a) - rank(b));
}

function ownFirst(summary: SubjectSummary, match: EntityMatch): SubjectSummary {
  return { ...summary, owners: sortOwnFirst(summary.owners, match) };
}
