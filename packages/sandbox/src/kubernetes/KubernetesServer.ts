import { IncomingMessage, ServerResponse } from 'http';
import { Server, createServer } from 'https';
import { gzip } from 'zlib';
import { promisify } from 'util';
import { CallCounter } from '../calls';
import { FaultBook, FaultCall } from '../faults';
import { KeyAndCertificate } from '../tls';
import { Reply, close, listen, send, textReply } from '../wire';
import { ApiCall } from './ApiCall';
import { answer } from './answer';
import { parseApiPath } from './apiPath';
import { decodeContinue } from './continueToken';
import { kubernetesRefusals } from './refusals';
import { ServedCluster } from './ServedCluster';
import { methodNotAllowed, unauthorized } from './status';

const gzipAsync = promisify(gzip);
/**
 * A real server compresses from 128 KiB on. The worlds are small; so that
 * clients meet compression at all, the limit here is lower.
 */
const GZIP_FROM_BYTES = 1024;

/** Options of {@link KubernetesServer.start}. */
export interface KubernetesServerOptions {
  host: string;
  port: number;
  certificate: KeyAndCertificate;
  clusters: ServedCluster[];
  calls: CallCounter;
  faults: FaultBook;
  /** The fleet's clock, in milliseconds. */
  clock: () => number;
  /** How long a list may be continued before its token expires, in milliseconds. */
  continueTtlMs: number;
}

/** The API servers of all clusters on one port, each below `/clusters/<name>`. */
export class KubernetesServer {
  readonly #options: KubernetesServerOptions;
  readonly #server: Server;
  readonly #clusters: Map<string, ServedCluster>;
  #port = 0;

  static async start(
    options: KubernetesServerOptions,
  ): Promise<KubernetesServer> {
    const server = new KubernetesServer(options);
    server.#port = await listen({
      server: server.#server,
      host: options.host,
      port: options.port,
      what: 'Kubernetes',
      flag: '--kubernetes-port',
    });
    return server;
  }

  private constructor(options: KubernetesServerOptions) {
    this.#options = options;
    this.#clusters = new Map(
      options.clusters.map(cluster => [cluster.name, cluster]),
    );
    const { keyPem, certPem } = options.certificate;
    this.#server = createServer(
      { key: keyPem, cert: certPem },
      (request, response) => void this.#handle(request, response),
    );
  }

  get url(): string {
    return `https://${this.#options.host}:${this.#port}`;
  }

  async stop(): Promise<void> {
    await close(this.#server);
  }

  async #handle(request: IncomingMessage, response: ServerResponse) {
    const { clock } = this.#options;
    const abort = new AbortController();
    response.once('close', () => abort.abort());
    let reply: Reply;
    try {
      reply = await this.#reply(request, abort.signal);
    } catch (error) {
      // A bug of the sandbox must be seen as one, not as an answer of Kubernetes.
      const message = error instanceof Error ? error.stack : String(error);
      reply = textReply(500, `The sandbox failed: ${message}\n`);
    }
    send({ reply, response, now: clock() });
  }

  async #reply(request: IncomingMessage, signal: AbortSignal): Promise<Reply> {
    const { calls, faults, clock } = this.#options;
    const url = new URL(request.url ?? '/', 'http://sandbox');
    const match = /^\/clusters\/([^/]+)(\/.*)?$/.exec(url.pathname);
    const cluster = match && this.#clusters.get(decodeURIComponent(match[1]));
    if (!cluster) {
      return textReply(404, '404 page not found\n');
    }
    const path = match[2] ?? '/';
    const method = request.method ?? 'GET';
    const apiPath = parseApiPath(path);
    const what = callName(apiPath);
    calls.count(`kubernetes ${method} ${what}`);
    if (method !== 'GET') {
      calls.mutation({ api: 'kubernetes', what: `${method} ${path}` });
      return methodNotAllowed();
    }
    if (request.headers.authorization !== `Bearer ${cluster.token}`) {
      return unauthorized();
    }
    const token = decodeContinue(url.searchParams.get('continue') ?? '');
    const now = clock();
    const call: FaultCall = {
      facts: {
        side: 'kubernetes',
        worlds: [cluster.staged.name],
        cluster: cluster.name,
        what,
        page: token?.page ?? 1,
        offset: token?.offset ?? 0,
      },
      refusals: kubernetesRefusals({ apiPath, path, token }),
      signal,
      now,
    };
    const met = faults.meet(call.facts);
    const standIn = met.standIn(call);
    const apiCall: ApiCall = {
      apiPath,
      path,
      query: url.searchParams,
      accept: request.headers.accept,
      cluster: this.#clusters.get(standIn ?? cluster.name) ?? cluster,
      token,
      call,
      faults: met,
      continueTtlMs: this.#options.continueTtlMs,
      serverAddress: `${this.#options.host}:${this.#port}`,
    };
    const reply = (await met.before(call)) ?? answer(apiCall);
    return compressed(met.after(call, reply), request);
  }
}

/** What a call is counted and matched as. */
function callName(path: ReturnType<typeof parseApiPath>): string {
  switch (path.type) {
    case 'resource':
      return path.resource;
    case 'core-versions':
    case 'groups':
    case 'group':
    case 'group-version':
      return 'discovery';
    default:
      return path.type;
  }
}

async function compressed(
  reply: Reply,
  request: IncomingMessage,
): Promise<Reply> {
  const asked = /\bgzip\b/.test(String(request.headers['accept-encoding']));
  if (
    !asked ||
    reply.headers['Content-Encoding'] !== undefined ||
    reply.body.length < GZIP_FROM_BYTES
  ) {
    return reply;
  }
  return {
    ...reply,
    headers: {
      ...reply.headers,
      'Content-Encoding': 'gzip',
      Vary: 'Accept-Encoding',
    },
    body: await gzipAsync(reply.body, { level: 1 }),
  };
}
