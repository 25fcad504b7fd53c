import type {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import type {
  BaselineInfo,
  CleanUpResponse,
  ComparisonReport,
  CompatibilityResponse,
  ControllersResponse,
  CoverageResponse,
  DetailStatus,
  EntityLoadBalancersResponse,
  EntityReadinessResponse,
  ReadinessReport,
  ReadinessTarget,
  RefreshStatus,
  SubjectDetail,
  TransitionsResponse,
  WhatIfResponse,
} from '@lbc-backstage/plugin-lbc-common';
import type {
  LbcPageRequest,
  LbcService,
  LbcServiceOptions,
  LbcWhatIfRequest,
} from './service';

type QueryValue = string | number | boolean | readonly string[] | undefined;

function entityPath(entityRef: string, leaf: string): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  const parts = [kind, namespace, name].map(encodeURIComponent);
  return `entities/by-name/${parts.join('/')}/${leaf}`;
}

function whatIfPath(request: LbcWhatIfRequest): string {
  if ('entityRef' in request) {
    return entityPath(request.entityRef, 'what-if');
  }
  return 'cluster' in request
    ? `clusters/${encodeURIComponent(request.cluster)}/what-if`
    : `subjects/${encodeURIComponent(request.id)}/what-if`;
}

function queryOf(values: Record<string, QueryValue>): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(values)) {
    for (const each of Array.isArray(value) ? value : [value]) {
      if (each !== undefined) {
        query.append(key, String(each));
      }
    }
  }
  const text = query.toString();
  return text && `?${text}`;
}

function targetQuery(target: ReadinessTarget | undefined): string {
  return queryOf({
    target: target?.kind === 'controller' ? target.version : undefined,
    kubernetes: target?.kind === 'kubernetes' ? target.version : undefined,
  });
}

function paging({ limit, cursor }: LbcPageRequest) {
  return { limit, cursor };
}

/** Asks the `lbc` backend over HTTP. */
export class HttpLbcService implements LbcService {
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;

  static create(options: {
    auth: AuthService;
    discovery: DiscoveryService;
  }): HttpLbcService {
    return new HttpLbcService(options);
  }

  private constructor(options: {
    auth: AuthService;
    discovery: DiscoveryService;
  }) {
    this.#auth = options.auth;
    this.#discovery = options.discovery;
  }

  async getEntityLoadBalancers(
    request: Parameters<LbcService['getEntityLoadBalancers']>[0],
    options: LbcServiceOptions,
  ): Promise<EntityLoadBalancersResponse> {
    const path = entityPath(request.entityRef, 'load-balancers');
    const query = queryOf({ state: request.states, ...paging(request) });
    return this.#ask('GET', `${path}${query}`, options);
  }

  async getSubject(
    request: { id: string },
    options: LbcServiceOptions,
  ): Promise<SubjectDetail> {
    const id = encodeURIComponent(request.id);
    return this.#ask('GET', `subjects/${id}`, options);
  }

  async listTransitions(
    request: { id: string } & LbcPageRequest,
    options: LbcServiceOptions,
  ): Promise<TransitionsResponse> {
    const id = encodeURIComponent(request.id);
    const query = queryOf(paging(request));
    return this.#ask('GET', `subjects/${id}/transitions${query}`, options);
  }

  async getWhatIf(
    request: LbcWhatIfRequest & LbcPageRequest,
    options: LbcServiceOptions,
  ): Promise<WhatIfResponse> {
    const { scenario, namespace, ingressClass } = request;
    const query = queryOf({
      scenario,
      namespace,
      ingressClass,
      ...paging(request),
    });
    return this.#ask('GET', `${whatIfPath(request)}${query}`, options);
  }

  async getCleanUp(
    request: { id: string },
    options: LbcServiceOptions,
  ): Promise<CleanUpResponse> {
    const id = encodeURIComponent(request.id);
    return this.#ask('GET', `subjects/${id}/clean-up`, options);
  }

  async getEntityCompatibility(
    request: { entityRef: string },
    options: LbcServiceOptions,
  ): Promise<CompatibilityResponse> {
    return this.#ask(
      'GET',
      entityPath(request.entityRef, 'compatibility'),
      options,
    );
  }

  async getClusterCompatibility(
    request: { cluster: string },
    options: LbcServiceOptions,
  ): Promise<CompatibilityResponse> {
    const cluster = encodeURIComponent(request.cluster);
    return this.#ask('GET', `controllers/${cluster}/compatibility`, options);
  }

  async getEntityReadiness(
    request: { entityRef: string; target?: ReadinessTarget },
    options: LbcServiceOptions,
  ): Promise<EntityReadinessResponse> {
    const { entityRef, target } = request;
    return this.#ask(
      'GET',
      `${entityPath(entityRef, 'readiness')}${targetQuery(target)}`,
      options,
    );
  }

  async getClusterReadiness(
    request: { cluster: string; target?: ReadinessTarget },
    options: LbcServiceOptions,
  ): Promise<ReadinessReport> {
    const cluster = encodeURIComponent(request.cluster);
    return this.#ask(
      'GET',
      `controllers/${cluster}/readiness${targetQuery(request.target)}`,
      options,
    );
  }

  async listControllers(
    request: Parameters<LbcService['listControllers']>[0],
    options: LbcServiceOptions,
  ): Promise<ControllersResponse> {
    const query = queryOf({ cluster: request.clusters, ...paging(request) });
    return this.#ask('GET', `controllers${query}`, options);
  }

  async getCoverage(
    request: Parameters<LbcService['getCoverage']>[0],
    options: LbcServiceOptions,
  ): Promise<CoverageResponse> {
    const query = queryOf({
      target: request.targets,
      incomplete: request.incompleteOnly,
      ...paging(request),
    });
    return this.#ask('GET', `coverage${query}`, options);
  }

  async refreshEntity(
    request: { entityRef: string },
    options: LbcServiceOptions,
  ): Promise<RefreshStatus> {
    return this.#ask('POST', entityPath(request.entityRef, 'refresh'), options);
  }

  async getRefresh(
    request: { entityRef: string },
    options: LbcServiceOptions,
  ): Promise<RefreshStatus> {
    return this.#ask('GET', entityPath(request.entityRef, 'refresh'), options);
  }

  async readDetail(
    request: { id: string },
    options: LbcServiceOptions,
  ): Promise<DetailStatus> {
    const id = encodeURIComponent(request.id);
    return this.#ask('POST', `subjects/${id}/detail`, options);
  }

  async getDetail(
    request: { id: string },
    options: LbcServiceOptions,
  ): Promise<DetailStatus> {
    const id = encodeURIComponent(request.id);
    return this.#ask('GET', `subjects/${id}/detail`, options);
  }

  async listBaselines(
    request: { cluster: string },
    options: LbcServiceOptions,
  ): Promise<{ items: BaselineInfo[] }> {
    const { cluster } = request;
    return this.#ask('GET', `baselines${queryOf({ cluster })}`, options);
  }

  async takeBaseline(
    request: Parameters<LbcService['takeBaseline']>[0],
    options: LbcServiceOptions,
  ): Promise<BaselineInfo> {
    return this.#ask('POST', 'baselines', options, request);
  }

  async getBaseline(
    request: { id: string },
    options: LbcServiceOptions,
  ): Promise<BaselineInfo> {
    const id = encodeURIComponent(request.id);
    return this.#ask('GET', `baselines/${id}`, options);
  }

  async compareWithBaseline(
    request: { id: string },
    options: LbcServiceOptions,
  ): Promise<ComparisonReport> {
    const id = encodeURIComponent(request.id);
    return this.#ask('POST', `baselines/${id}/comparisons`, options);
  }

  async getComparison(
    request: Parameters<LbcService['getComparison']>[0],
    options: LbcServiceOptions,
  ): Promise<ComparisonReport> {
    const id = encodeURIComponent(request.id);
    const query = queryOf({ wait: request.waitSeconds });
    return this.#ask('GET', `baselines/${id}/comparison${query}`, options);
  }

  async #ask<T>(
    method: 'GET' | 'POST',
    path: string,
    options: { credentials: BackstageCredentials; signal?: AbortSignal },
    body?: object,
  ): Promise<T> {
    const [baseUrl, { token }] = await Promise.all([
      this.#discovery.getBaseUrl('lbc'),
      this.#auth.getPluginRequestToken({
        onBehalfOf: options.credentials,
        targetPluginId: 'lbc',
      }),
    ]);
    const response = await fetch(`${baseUrl}/${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${token}`,
        ...(body && { 'Content-Type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
      signal: options.signal,
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.json();
  }
}
