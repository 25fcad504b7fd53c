import type { CompoundEntityRef } from '@backstage/catalog-model';
import type { DiscoveryApi, FetchApi } from '@backstage/core-plugin-api';
import { ResponseError } from '@backstage/errors';
import type {
  CleanUpResponse,
  CompatibilityResponse,
  DetailStatus,
  EntityLoadBalancersResponse,
  RefreshStatus,
  SubjectDetail,
  TimelineResponse,
  TransitionsResponse,
  WhatIfResponse,
  WhatIfScenario,
} from '@lbc-backstage/plugin-lbc-common';
import type { LbcApi } from './LbcApi';

interface RequestOptions {
  method?: 'GET' | 'POST';
  query?: Record<string, string | number | undefined>;
  signal?: AbortSignal;
}

function entityPath(entityRef: CompoundEntityRef, leaf: string): string {
  const { kind, namespace, name } = entityRef;
  const parts = [kind, namespace, name].map(part =>
    encodeURIComponent(part.toLocaleLowerCase('en-US')),
  );
  return `/entities/by-name/${parts.join('/')}/${leaf}`;
}

/** Asks the `lbc` backend over HTTP. @public */
export class LbcClient implements LbcApi {
  readonly #discoveryApi: DiscoveryApi;
  readonly #fetchApi: FetchApi;

  constructor(options: { discoveryApi: DiscoveryApi; fetchApi: FetchApi }) {
    this.#discoveryApi = options.discoveryApi;
    this.#fetchApi = options.fetchApi;
  }

  async getEntityLoadBalancers(options: {
    entityRef: CompoundEntityRef;
    cursor?: string;
    limit?: number;
    signal?: AbortSignal;
  }): Promise<EntityLoadBalancersResponse> {
    const { entityRef, cursor, limit, signal } = options;
    return this.#request(entityPath(entityRef, 'load-balancers'), {
      query: { cursor, limit },
      signal,
    });
  }

  async getSubject(options: {
    id: string;
    signal?: AbortSignal;
  }): Promise<SubjectDetail> {
    const { id, signal } = options;
    return this.#request(`/subjects/${encodeURIComponent(id)}`, { signal });
  }

  async getTransitions(options: {
    id: string;
    cursor?: string;
    limit?: number;
    signal?: AbortSignal;
  }): Promise<TransitionsResponse> {
    const { id, cursor, limit, signal } = options;
    return this.#request(`/subjects/${encodeURIComponent(id)}/transitions`, {
      query: { cursor, limit },
      signal,
    });
  }

  async getTimeline(options: {
    id: string;
    cursor?: string;
    limit?: number;
    signal?: AbortSignal;
  }): Promise<TimelineResponse> {
    const { id, cursor, limit, signal } = options;
    return this.#request(`/subjects/${encodeURIComponent(id)}/timeline`, {
      query: { cursor, limit },
      signal,
    });
  }

  async getWhatIf(options: {
    id: string;
    scenario: WhatIfScenario;
    signal?: AbortSignal;
  }): Promise<WhatIfResponse> {
    const { id, scenario, signal } = options;
    return this.#request(`/subjects/${encodeURIComponent(id)}/what-if`, {
      query: { scenario },
      signal,
    });
  }

  async getCleanUp(options: {
    id: string;
    signal?: AbortSignal;
  }): Promise<CleanUpResponse> {
    const { id, signal } = options;
    return this.#request(`/subjects/${encodeURIComponent(id)}/clean-up`, {
      signal,
    });
  }

  async getEntityCompatibility(options: {
    entityRef: CompoundEntityRef;
    signal?: AbortSignal;
  }): Promise<CompatibilityResponse> {
    return this.#request(entityPath(options.entityRef, 'compatibility'), {
      signal: options.signal,
    });
  }

  async getClusterCompatibility(options: {
    cluster: string;
    signal?: AbortSignal;
  }): Promise<CompatibilityResponse> {
    const { cluster, signal } = options;
    return this.#request(
      `/controllers/${encodeURIComponent(cluster)}/compatibility`,
      { signal },
    );
  }

  async requestRefresh(options: {
    entityRef: CompoundEntityRef;
    signal?: AbortSignal;
  }): Promise<RefreshStatus> {
    return this.#request(entityPath(options.entityRef, 'refresh'), {
      method: 'POST',
      signal: options.signal,
    });
  }

  async getRefresh(options: {
    entityRef: CompoundEntityRef;
    signal?: AbortSignal;
  }): Promise<RefreshStatus> {
    return this.#request(entityPath(options.entityRef, 'refresh'), {
      signal: options.signal,
    });
  }

  async requestDetail(options: {
    id: string;
    signal?: AbortSignal;
  }): Promise<DetailStatus> {
    const { id, signal } = options;
    return this.#request(`/subjects/${encodeURIComponent(id)}/detail`, {
      method: 'POST',
      signal,
    });
  }

  async getDetail(options: {
    id: string;
    signal?: AbortSignal;
  }): Promise<DetailStatus> {
    const { id, signal } = options;
    return this.#request(`/subjects/${encodeURIComponent(id)}/detail`, {
      signal,
    });
  }

  async #request<T>(path: string, options: RequestOptions): Promise<T> {
    const { method = 'GET', query = {}, signal } = options;
    const baseUrl = await this.#discoveryApi.getBaseUrl('lbc');
    const search = new URLSearchParams();
    for (const [key, value] of Object.entries(query)) {
      if (value !== undefined) {
        search.set(key, String(value));
      }
    }
    const queryText = search.toString();
    const response = await this.#fetchApi.fetch(
      `${baseUrl}${path}${queryText && `?${queryText}`}`,
      { method, signal },
    );
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.json();
  }
}
