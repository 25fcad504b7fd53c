import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import { message } from '@lbc-backstage/plugin-lbc-common';
import { LbcClock } from '@lbc-backstage/plugin-lbc-node';
import { ApiCall, ApiCallListener } from '../../apiCalls';
import { ClusterRequestError } from './ClusterRequestError';
import { Patience, retryAfterMs, retryDelay } from './patience';
import { BodyTooLargeError, readBody, readRefusal } from './readBody';
import { refusalError, unreachable, unusable } from './refusals';

const MEBIBYTE = 1024 * 1024;
/** A page of 500 objects has a few; more would be somebody's mischief. */
const MAX_PAGE_MEBIBYTES = 64;
/** So many requests in a row that nobody answered: the cluster is down. */
const GIVE_UP_AFTER = 3;

/** One GET. */
export interface ClusterRequest {
  /** Below the API server's root, with a leading slash. */
  path: string;
  query?: Record<string, string>;
  accept?: string;
  /** What is asked for, as people call it. */
  resource: string;
}

/** An answer as JSON. */
export interface ClusterAnswer {
  body: unknown;
  /** The API server's own time (ISO 8601). */
  serverTime?: string;
}

/** Options of {@link ClusterClient.create}. */
export interface ClusterClientOptions {
  cluster: string;
  auth: AuthService;
  discovery: DiscoveryService;
  clock: LbcClock;
  patience: Patience;
  onCall?: ApiCallListener;
  /** Ends everything: requests then throw its reason. */
  signal: AbortSignal;
}

/**
 * Asks one cluster through the kubernetes plugin's proxy, for one sweep. It
 * only GETs. Failures are {@link ClusterRequestError}s; an abort is thrown as
 * it is.
 */
export class ClusterClient {
  readonly #options: ClusterClientOptions;
  #unanswered = 0;
  #lastUnanswered?: ClusterRequestError;

  static create(options: ClusterClientOptions): ClusterClient {
    return new ClusterClient(options);
  }

  private constructor(options: ClusterClientOptions) {
    this.#options = options;
  }

  get cluster(): string {
    return this.#options.cluster;
  }

  /** GETs, and tries again where that may help. */
  async get(request: ClusterRequest): Promise<ClusterAnswer> {
    const { patience, signal } = this.#options;
    let waitedMs = 0;
    for (let retries = 0; ; retries++) {
      this.#giveUpOnDeadClusters();
      try {
        const answer = await this.#once(request);
        this.#unanswered = 0;
        return answer;
      } catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof ClusterRequestError)) {
          throw error;
        }
        const wait =
          error.retry &&
          retryDelay({
            patience,
            retries,
            waitedMs,
            afterMs: error.retry.afterMs,
          });
        if (wait === undefined) {
          this.#remember(error);
          throw error;
        }
        await patience.delay(wait, signal);
        signal.throwIfAborted();
        waitedMs += wait;
      }
    }
  }

  /** A sweep asks some forty times: one that waits for each would take all day. */
  #giveUpOnDeadClusters() {
    if (this.#lastUnanswered && this.#unanswered >= GIVE_UP_AFTER) {
      throw this.#lastUnanswered;
    }
  }

  #remember(error: ClusterRequestError) {
    if (error.failure === 'unreachable') {
      this.#unanswered += 1;
      this.#lastUnanswered = error;
    } else {
      this.#unanswered = 0;
    }
  }

  async #once(request: ClusterRequest): Promise<ClusterAnswer> {
    const { patience, signal, cluster } = this.#options;
    signal.throwIfAborted();
    // AbortSignal.any would keep every timeout until the sweep's own end.
    const abort = new AbortController();
    const onAbort = () => abort.abort(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
    const timer = setTimeout(() => abort.abort(), patience.timeoutMs);
    try {
      const answer = await Promise.race([
        this.#send(request, abort.signal),
        rejectOnAbort(abort.signal),
      ]);
      this.#tell(request, 'ok');
      return answer;
    } catch (error) {
      signal.throwIfAborted();
      this.#tell(request, outcomeOf(error));
      if (abort.signal.aborted) {
        throw new ClusterRequestError({
          failure: 'unreachable',
          reason: message('source.timed-out', {
            cluster,
            limitSeconds: patience.timeoutMs / 1000,
          }),
        });
      }
      if (error instanceof ClusterRequestError) {
        throw error;
      }
      throw unreachable(cluster, causeOf(error));
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
    }
  }

  #tell(request: ClusterRequest, outcome: ApiCall['outcome']) {
    this.#options.onCall?.({ operation: `GET ${request.resource}`, outcome });
  }

  async #send(
    request: ClusterRequest,
    signal: AbortSignal,
  ): Promise<ClusterAnswer> {
    const { auth, discovery, cluster, clock } = this.#options;
    const baseUrl = await discovery.getBaseUrl('kubernetes');
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: await auth.getOwnServiceCredentials(),
      targetPluginId: 'kubernetes',
    });
    const query = new URLSearchParams(request.query).toString();
    const response = await fetch(
      `${baseUrl}/proxy${request.path}${query && `?${query}`}`,
      {
        signal,
        redirect: 'error',
        headers: {
          Authorization: `Bearer ${token}`,
          'Backstage-Kubernetes-Cluster': cluster,
          Accept: request.accept ?? 'application/json',
          // Compressing between two hops of one machine costs for nothing.
          'Accept-Encoding': 'identity',
        },
      },
    );
    if (!response.ok) {
      throw refusalError({
        cluster,
        resource: request.resource,
        status: response.status,
        body: await readRefusal(response, signal),
        retryAfterMs: retryAfterMs(
          response.headers.get('retry-after'),
          clock.now(),
        ),
      });
    }
    return {
      body: await bodyOf(response, signal),
      serverTime: serverTimeOf(response),
    };
  }
}

/** A fetch may miss that it is aborted; whoever waits for it does not. */
function rejectOnAbort(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), {
      once: true,
    });
  });
}

function outcomeOf(error: unknown): ApiCall['outcome'] {
  if (!(error instanceof ClusterRequestError)) {
    return 'failed';
  }
  if (error.failure === 'denied') {
    return 'denied';
  }
  return error.retry?.afterMs === undefined ? 'failed' : 'throttled';
}

async function bodyOf(
  response: Response,
  signal: AbortSignal,
): Promise<unknown> {
  let text: string;
  try {
    text = await readBody(response, {
      maxBytes: MAX_PAGE_MEBIBYTES * MEBIBYTE,
      signal,
    });
  } catch (error) {
    if (error instanceof BodyTooLargeError) {
      throw new ClusterRequestError({
        failure: 'failed',
        reason: message('source.page-too-large', {
          limitMebibytes: MAX_PAGE_MEBIBYTES,
        }),
      });
    }
    throw unusable('it broke off in the middle');
  }
  try {
    return JSON.parse(text);
  } catch {
    throw unusable(
      text.trimStart().startsWith('<') ? 'it is a web page' : 'it is not JSON',
    );
  }
}

function serverTimeOf(response: Response): string | undefined {
  const millis = Date.parse(response.headers.get('date') ?? '');
  return Number.isNaN(millis) ? undefined : new Date(millis).toISOString();
}

/** `fetch` hides what happened in the cause of its error. */
function causeOf(error: unknown): { code?: string; message?: string } {
  const outer = error instanceof Error ? error : new Error(String(error));
  const cause = outer.cause instanceof Error ? outer.cause : outer;
  const code = 'code' in cause ? String(cause.code) : undefined;
  return { code, message: cause.message };
}
