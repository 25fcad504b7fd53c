import { randomUUID } from 'crypto';
import { IncomingMessage, Server, ServerResponse, createServer } from 'http';
import { CallCounter } from '../calls';
import { FaultBook, FaultCall } from '../faults';
import { StagedScope } from '../stage';
import { Reply, close, listen, readBody, send, textReply } from '../wire';
import { AwsError, NotRecordedError } from './AwsError';
import { AwsRequest, parseAwsRequest } from './AwsRequest';
import { AccountDirectory, AwsService } from './AwsService';
import { Identity, identify } from './credentials';
import { positionOf } from './paging';
import {
  RefusalOptions,
  accessDenied,
  awsRefusals,
  expiredCredentials,
  throttled,
  unknownKey,
} from './refusals';
import { ScopeData } from './ScopeData';
import { serviceOf } from './services';
import { Throttle } from './throttle';

/** Options of {@link AwsServer.start}. */
export interface AwsServerOptions {
  host: string;
  port: number;
  calls: CallCounter;
  faults: FaultBook;
  throttle: Throttle;
  /** The fleet's clock, in milliseconds. */
  clock: () => number;
  accounts: AccountDirectory;
  /** What the worlds hold in an account and Region, or in all of them, as it stands now. */
  scopes: (accountId: string, region?: string) => StagedScope[];
}

/** AWS on one port: services, accounts and Regions are told apart by the signature. */
export class AwsServer {
  readonly #options: AwsServerOptions;
  readonly #server: Server;
  #port = 0;

  static async start(options: AwsServerOptions): Promise<AwsServer> {
    const server = new AwsServer(options);
    server.#port = await listen({
      server: server.#server,
      host: options.host,
      port: options.port,
      what: 'AWS',
      flag: '--aws-port',
    });
    return server;
  }

  private constructor(options: AwsServerOptions) {
    this.#options = options;
    this.#server = createServer(
      (request, response) => void this.#handle(request, response),
    );
  }

  get endpoint(): string {
    return `http://${this.#options.host}:${this.#port}`;
  }

  async stop(): Promise<void> {
    await close(this.#server);
  }

  async #handle(request: IncomingMessage, response: ServerResponse) {
    const abort = new AbortController();
    response.once('close', () => abort.abort());
    let reply: Reply;
    try {
      const url = new URL(request.url ?? '/', 'http://sandbox');
      const parsed = parseAwsRequest({
        method: request.method ?? 'GET',
        url,
        headers: request.headers,
        body: await readBody(request),
      });
      reply = await this.#reply(parsed, abort.signal);
    } catch (error) {
      // A bug of the sandbox must be seen as one, not as an answer of AWS.
      const message = error instanceof Error ? error.stack : String(error);
      reply = textReply(500, `The sandbox failed: ${message}\n`);
    }
    send({ reply, response, now: this.#options.clock() });
  }

  async #reply(received: AwsRequest, signal: AbortSignal): Promise<Reply> {
    const { calls, accounts, clock } = this.#options;
    const service = serviceOf(received);
    const request = { ...received, ...service.route?.(received) };
    const { signature, operation } = request;
    calls.count(`${service.name} ${operation}`);
    if (!request.readOnly) {
      calls.mutation({ api: service.name, what: operation });
    }
    const requestId = randomUUID();
    const refuse = (error: AwsError) =>
      service.protocol.error(error, requestId);
    const identity =
      signature &&
      identify({
        accessKeyId: signature.accessKeyId,
        sessionToken: request.sessionToken,
        mainAccountId: accounts.mainAccountId,
      });
    if (!identity || accounts.roleOf(identity.accountId) === undefined) {
      return refuse(unknownKey(service));
    }
    if (identity.expiresAt !== undefined && identity.expiresAt <= clock()) {
      return refuse(expiredCredentials(service));
    }
    const refusal = { service, operation, identity, requestId };
    if (!request.readOnly) {
      return refuse(accessDenied(refusal));
    }
    return this.#answer(request, {
      ...refusal,
      region: signature.region,
      signal,
    });
  }

  async #answer(
    request: AwsRequest,
    options: RefusalOptions & { region: string; signal: AbortSignal },
  ): Promise<Reply> {
    const { service, operation, identity, region, requestId, signal } = options;
    const { accountId } = identity;
    const scopes = this.#options.scopes(
      accountId,
      service.global ? undefined : region,
    );
    const scope = new ScopeData(scopes);
    const call: FaultCall = {
      facts: {
        side: 'aws',
        worlds: scopes.map(each => each.staged.name),
        account: accountId,
        region,
        service: service.name,
        what: operation,
        ...positionOf(request.params),
      },
      refusals: awsRefusals(options),
      signal,
      now: this.#options.clock(),
    };
    const faults = this.#options.faults.meet(call.facts);
    const reply =
      (await faults.before(call)) ??
      this.#run(() => {
        this.#takeToken({ service, identity, region });
        const run = service.operations[operation];
        if (!run) {
          throw new NotRecordedError(operation);
        }
        const result = run({
          operation,
          params: request.params,
          identity,
          region,
          scope,
          faults,
          call,
          now: call.now,
          accounts: this.#options.accounts,
        });
        return service.protocol.answer({ operation, result, requestId });
      }, options);
    return faults.after(call, reply);
  }

  #run(operation: () => Reply, options: RefusalOptions): Reply {
    const { service, requestId } = options;
    try {
      return operation();
    } catch (error) {
      if (error instanceof AwsError) {
        return service.protocol.error(error, requestId);
      }
      if (error instanceof NotRecordedError) {
        return service.protocol.error(accessDenied(options), requestId);
      }
      throw error;
    }
  }

  #takeToken(options: {
    service: AwsService;
    identity: Identity;
    region: string;
  }) {
    const { service, identity, region } = options;
    const taken = this.#options.throttle.take({
      account: identity.accountId,
      region: service.global ? 'global' : region,
      service: service.name,
    });
    if (!taken) {
      throw throttled(service);
    }
  }
}
