import type { CompoundEntityRef } from '@backstage/catalog-model';
import type { DiscoveryApi, FetchApi } from '@backstage/core-plugin-api';
import { ResponseError } from '@backstage/errors';
import type {
  Attestation,
  BaselineInfo,
  CleanUpResponse,
  ComparisonReport,
  CompatibilityResponse,
  DetailStatus,
  DoctorResponse,
  EntityLoadBalancersResponse,
  ReadinessTarget,
  RefreshStatus,
  SubjectDetail,
  TimelineResponse,
  TransitionsResponse,
  WhatIfResponse,
  WhatIfScenario,
} from '@lbc-backstage/plugin-lbc-common';
import type { LbcApi } from './LbcApi';
import type { EntityReadiness } from './readiness';

interface RequestOptions {
  method?: 'GET' | 'POST';
  query?: Record<string, string | number | undefined>;
  /** Sent as JSON. */
  body?: object;
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

  async getDoctor(options: {
    cursor?: string;
    limit?: number;
    signal?: AbortSignal;
  }): Promise<DoctorResponse> {
    const { cursor, limit, signal } = options;
    return this.#request('/doctor', { query: { cursor, limit }, signal });
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

  async getEntityReadiness(options: {
    entityRef: CompoundEntityRef;
    target?: ReadinessTarget;
    signal?: AbortSignal;
  }): Promise<EntityReadiness> {
    const { entityRef, target, signal } = options;
    return this.#request(entityPath(entityRef, 'readiness'), {
      query: {
        target: target?.kind === 'controller' ? target.version : undefined,
        kubernetes: target?.kind === 'kubernetes' ? target.version : undefined,
      },
      signal,
    });
  }

  async attest(options: {
    cluster: string;
    check: string;
    target: ReadinessTarget;
    why: string;
    expiresAt: string;
    signal?: AbortSignal;
  }): Promise<Attestation> {
    const { cluster, signal, ...body } = options;
    return this.#request(
      `/controllers/${encodeURIComponent(cluster)}/attestations`,
      { method: 'POST', body, signal },
    );
  }

  async getBaselines(options: {
    cluster: string;
    signal?: AbortSignal;
  }): Promise<{ items: BaselineInfo[] }> {
    const { cluster, signal } = options;
    return this.#request('/baselines', { query: { cluster }, signal });
  }

  async takeBaseline(options: {
    cluster: string;
    name: string;
    signal?: AbortSignal;
  }): Promise<BaselineInfo> {
    const { signal, ...body } = options;
    return this.#request('/baselines', { method: 'POST', body, signal });
  }

  async requestComparison(options: {
    id: string;
    signal?: AbortSignal;
  }): Promise<ComparisonReport> {
    const { id, signal } = options;
    return this.#request(`/baselines/${encodeURIComponent(id)}/comparisons`, {
      method: 'POST',
      signal,
    });
  }

  async getComparison(options: {
    id: string;
    signal?: AbortSignal;
  }): Promise<ComparisonReport> {
    const { id, signal } = options;
    return this.#request(`/baselines/${encodeURIComponent(id)}/comparison`, {
      signal,
    });
  }

  async getComparisonReport(options: {
    id: string;
    signal?: AbortSignal;
  }): Promise<string> {
    const { id, signal } = options;
    const response = await this.#fetch(
      `/baselines/${encodeURIComponent(id)}/comparison`,
      { query: { format: 'html' }, signal },
    );
    return response.text();
  }

  async #request<T>(path: string, options: RequestOptions): Promise<T> {
    return (await this.#fetch(path, options)).json();
  }

  async #fetch(path: string, options: RequestOptions): Promise<Response> {
    const { method = 'GET', query = {}, body, signal } = options;
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
      {
        method,
        signal,
        ...(body && {
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }),
      },
    );
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response;
  }
}
