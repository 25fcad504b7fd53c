import type { EC2Client } from '@aws-sdk/client-ec2';
import type { EKSClient } from '@aws-sdk/client-eks';
import type { IAMClient } from '@aws-sdk/client-iam';
import { ElasticLoadBalancingV2Client } from '@aws-sdk/client-elastic-load-balancing-v2';
import { ResourceGroupsTaggingAPIClient } from '@aws-sdk/client-resource-groups-tagging-api';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { AwsCredentialsManager } from '@backstage/integration-aws-node';
import { AwsScope, LbcClock } from '@lbc-backstage/plugin-lbc-node';
import { Endpoints } from '../config';
import { DENIED, NoCredentialsError, RoleNotAssumableError } from '../failures';
import { within } from '../patience';
import { SharedCredentials } from './SharedCredentials';

/** How AWS sees who calls. */
const USER_AGENT = 'lbc-for-backstage';
const CONNECTION_TIMEOUT_MS = 5_000;
const REQUEST_TIMEOUT_MS = 30_000;
const MAX_ATTEMPTS = 3;
const DEFAULT_STS_REGION = 'us-east-1';

/** The clients of one scope. */
export interface ScopeClients {
  elbv2: ElasticLoadBalancingV2Client;
  tagging: ResourceGroupsTaggingAPIClient;
  /** Loaded when it is first asked for: it is large, and off by default. */
  ec2(): Promise<EC2Client>;
  /** Loaded when it is first asked for. */
  eks(): Promise<EKSClient>;
  /** Loaded when it is first asked for. Its endpoint is that of the partition. */
  iam(): Promise<IAMClient>;
}

/** Options of {@link AwsClients.create}. */
export interface AwsClientsOptions {
  credentialsManager: AwsCredentialsManager;
  clock: LbcClock;
  /** How long one answer may take; for tests. */
  requestTimeoutMs?: number;
}

/** Makes something when it is first asked for, and again only if that failed. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make().catch(error => {
      made = undefined;
      throw error;
    });
    return made;
  };
}

/** Makes clients once a scope, with credentials once an account. */
export class AwsClients {
  readonly #options: AwsClientsOptions;
  readonly #scopes = new Map<string, ScopeClients>();
  readonly #accounts = new Map<string, Promise<SharedCredentials>>();

  static create(options: AwsClientsOptions): AwsClients {
    return new AwsClients(options);
  }

  private constructor(options: AwsClientsOptions) {
    this.#options = options;
  }

  /** The clients of a scope that configuration names. */
  ofScope(scope: AwsScope, endpoints: Endpoints = {}): ScopeClients {
    const known = this.#scopes.get(scope.id);
    if (known) {
      return known;
    }
    const settings = {
      ...this.#settings(),
      region: scope.region,
    };
    const { elbv2, tagging, ec2, eks, iam } = endpoints;
    const credentials = () => this.#providerFor(scope.accountId);
    const clients: ScopeClients = {
      elbv2: new ElasticLoadBalancingV2Client({
        ...settings,
        credentials: this.#providerFor(scope.accountId),
        ...(elbv2 && { endpoint: elbv2 }),
      }),
      tagging: new ResourceGroupsTaggingAPIClient({
        ...settings,
        credentials: this.#providerFor(scope.accountId),
        ...(tagging && { endpoint: tagging }),
      }),
      ec2: once(async () => {
        const { EC2Client: Client } = await import('@aws-sdk/client-ec2');
        return new Client({
          ...settings,
          credentials: credentials(),
          ...(ec2 && { endpoint: ec2 }),
        });
      }),
      eks: once(async () => {
        const { EKSClient: Client } = await import('@aws-sdk/client-eks');
        return new Client({
          ...settings,
          credentials: credentials(),
          ...(eks && { endpoint: eks }),
        });
      }),
      iam: once(async () => {
        const { IAMClient: Client } = await import('@aws-sdk/client-iam');
        return new Client({
          ...settings,
          credentials: credentials(),
          ...(iam && { endpoint: iam }),
        });
      }),
    };
    this.#scopes.set(scope.id, clients);
    return clients;
  }

  /** Drops an account's credentials: AWS said that they have ended. */
  async forgetCredentials(accountId: string): Promise<void> {
    (await this.#accounts.get(accountId))?.forget();
  }

  /** The account that the portal itself is in. */
  async mainAccountId(signal: AbortSignal): Promise<string> {
    const provider =
      await this.#options.credentialsManager.getCredentialProvider();
    if (provider.accountId) {
      return provider.accountId;
    }
    const client = new STSClient({
      ...this.#settings(),
      region: provider.stsRegion ?? DEFAULT_STS_REGION,
      credentials: () => provider.sdkCredentialProvider(),
    });
    try {
      const { Account } = await this.#inTime(
        client.send(new GetCallerIdentityCommand({}), { abortSignal: signal }),
      );
      if (!Account) {
        throw new Error('STS named no account');
      }
      return Account;
    } finally {
      client.destroy();
    }
  }

  #settings() {
    return {
      customUserAgent: USER_AGENT,
      maxAttempts: MAX_ATTEMPTS,
      requestHandler: {
        connectionTimeout: CONNECTION_TIMEOUT_MS,
        requestTimeout: this.#options.requestTimeoutMs ?? REQUEST_TIMEOUT_MS,
        throwOnRequestTimeout: true,
        // A connection that falls silent in the middle of an answer.
        socketTimeout: this.#options.requestTimeoutMs ?? REQUEST_TIMEOUT_MS,
        httpsAgent: { keepAlive: true, maxSockets: 10 },
        httpAgent: { keepAlive: true, maxSockets: 10 },
      },
    };
  }

  /**
   * A function of its own for each client, because the SDK writes on the one
   * that it is given: marked as remembering, since an account's credentials
   * are remembered here, once for all its clients.
   */
  #providerFor(accountId: string) {
    return Object.assign(() => this.#credentials(accountId), {
      memoized: true,
    });
  }

  async #credentials(accountId: string) {
    const known = this.#accounts.get(accountId);
    const shared = known ?? this.#findCredentials(accountId);
    if (!known) {
      this.#accounts.set(accountId, shared);
      // A wrong answer is not remembered; configuration may come from a file.
      shared.catch(() => this.#accounts.delete(accountId));
    }
    const credentials = await shared;
    try {
      return await this.#inTime(credentials.get());
    } catch (error) {
      credentials.forget();
      throw error instanceof Error && DENIED.has(error.name)
        ? new RoleNotAssumableError(error.message)
        : error;
    }
  }

  async #findCredentials(accountId: string): Promise<SharedCredentials> {
    const { credentialsManager, clock } = this.#options;
    try {
      const { sdkCredentialProvider: provider } = await this.#inTime(
        credentialsManager.getCredentialProvider({ accountId }),
      );
      return new SharedCredentials({ provider, clock });
    } catch (error) {
      throw new NoCredentialsError(
        error instanceof Error ? error.message : String(error),
      );
    }
  }

  /** Fetching credentials has no time limit of its own. */
  async #inTime<T>(work: Promise<T>): Promise<T> {
    const ms = this.#options.requestTimeoutMs ?? REQUEST_TIMEOUT_MS;
    return within(work, { ms, what: 'Getting credentials from STS' });
  }
}
