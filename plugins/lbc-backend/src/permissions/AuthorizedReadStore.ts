import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import type { LifecycleState } from '@lbc-backstage/plugin-lbc-common';
import type { ReadStore } from '../store/types';
import type { Authorizer, StackAccess } from './StackAccess';

type SubjectPage = Awaited<ReturnType<ReadStore['listSubjects']>>;
type StoredSubject = NonNullable<Awaited<ReturnType<ReadStore['getSubject']>>>;

const NOTHING: SubjectPage = {
  items: [],
  total: 0,
  hidden: 0,
  hiddenClaims: false,
};

/**
 * The store as one caller may see it. Permission judges a subject's own
 * cluster, account, namespaces and derived owners; what may not be read is not
 * there, by name or by count, save for the count of an entity's own members.
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

  async listSubjects(options: {
    entityRefs: readonly string[];
    states?: readonly LifecycleState[];
    limit: number;
    cursor?: string;
  }): Promise<SubjectPage> {
    return this.access.may === 'none'
      ? NOTHING
      : this.#store.listSubjects({ ...options, ...this.#criteria() });
  }

  /** Not found is also the answer for what the caller may not read. */
  async getSubject(id: string): Promise<StoredSubject> {
    const subject =
      this.access.may === 'none'
        ? undefined
        : await this.#store.getSubject(id, this.#criteria());
    if (!subject) {
      throw new NotFoundError(
        'There is no such load balancer, or you are not permitted to read it',
      );
    }
    return subject;
  }

  #criteria() {
    return this.access.may === 'some' ? { criteria: this.access.criteria } : {};
  }
}
