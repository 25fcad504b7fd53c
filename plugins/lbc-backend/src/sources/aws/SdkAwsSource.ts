import { LoggerService } from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { AwsCredentialsManager } from '@backstage/integration-aws-node';
import { Message, StackDetail } from '@lbc-backstage/plugin-lbc-common';
import {
  ApiBudget,
  AwsReading,
  AwsScope,
  AwsSource,
  DetailProgress,
  EksServiceAccount,
  IamRoleInUse,
  LbcClock,
  SweepOptions,
} from '@lbc-backstage/plugin-lbc-node';
import { ApiCallListener } from '../apiCalls';
import { Scopes } from './Scopes';
import { AwsClients } from './clients';
import { OptionalServices, readAwsSettings } from './config';
import { readStack } from './detail';
import {
  HealthReading,
  PolicyCache,
  ScopeCaller,
  TagCache,
  readHealth,
  sweepScope,
} from './inventory';

/** Options of {@link SdkAwsSource.create}. */
export interface SdkAwsSourceOptions {
  /** The root configuration; `lbc.aws` and `aws.accounts` are read from it. */
  config: Config;
  credentialsManager: AwsCredentialsManager;
  logger: LoggerService;
  clock: LbcClock;
  /** Hears of every call to AWS; retries of the SDK are part of one. */
  onCall?: ApiCallListener;
  /** How long one answer may take; for tests. */
  requestTimeoutMs?: number;
}

/**
 * Reads AWS scopes with the SDK. Accounts come from configuration and nowhere
 * else: an ARN that somebody wrote must not steer an AssumeRole.
 */
export class SdkAwsSource implements AwsSource {
  readonly #clients: AwsClients;
  readonly #scopes: Scopes;
  readonly #cache: TagCache;
  readonly #policies = new PolicyCache();
  readonly #clock: LbcClock;
  readonly #onCall?: ApiCallListener;
  readonly #optional: OptionalServices;

  /** Throws where configuration is wrong, naming the key. */
  static create(options: SdkAwsSourceOptions): SdkAwsSource {
    return new SdkAwsSource(options);
  }

  private constructor(options: SdkAwsSourceOptions) {
    this.#clock = options.clock;
    this.#onCall = options.onCall;
    this.#clients = AwsClients.create(options);
    this.#cache = new TagCache(options.clock);
    const settings = readAwsSettings(options.config);
    this.#optional = settings.optional;
    this.#scopes = new Scopes({
      settings,
      clients: this.#clients,
      logger: options.logger,
    });
  }

  async listScopes(options: {
    signal: AbortSignal;
  }): Promise<{ scopes: AwsScope[]; problems: Message[] }> {
    return this.#scopes.list(options.signal);
  }

  async *sweep(
    options: SweepOptions & {
      scope: AwsScope;
      budget: ApiBudget;
      eksClusterArns?: readonly string[];
      podIdentitiesOf?: readonly EksServiceAccount[];
      iamRoles?: readonly IamRoleInUse[];
    },
  ): AsyncGenerator<AwsReading> {
    const { scope, signal, iamRoles = [] } = options;
    const readsIam =
      this.#optional.iam && (await this.#scopes.isFirst(scope, signal));
    yield* sweepScope({
      caller: this.#caller(options),
      cache: this.#cache,
      clock: this.#clock,
      optional: this.#optional,
      eksClusterArns: options.eksClusterArns ?? [],
      podIdentitiesOf: options.podIdentitiesOf ?? [],
      ...(readsIam && { iam: { roles: iamRoles, policies: this.#policies } }),
      onProgress: options.onProgress,
    });
  }

  readHealth(options: {
    scope: AwsScope;
    targetGroupArns: readonly string[];
    budget: ApiBudget;
    signal: AbortSignal;
  }): AsyncIterable<HealthReading> {
    return readHealth({
      caller: this.#caller(options),
      clock: this.#clock,
      targetGroupArns: options.targetGroupArns,
    });
  }

  async readStack(options: {
    scope: AwsScope;
    loadBalancerArn: string;
    securityGroupIds?: readonly string[];
    budget: ApiBudget;
    signal: AbortSignal;
    onProgress?: (progress: DetailProgress) => void;
  }): Promise<StackDetail> {
    return readStack({
      caller: this.#caller(options),
      clock: this.#clock,
      loadBalancerArn: options.loadBalancerArn,
      ...(this.#optional.ec2 && {
        securityGroupIds: options.securityGroupIds,
      }),
      onProgress: options.onProgress,
    });
  }

  #caller(options: {
    scope: AwsScope;
    budget: ApiBudget;
    signal: AbortSignal;
  }): ScopeCaller {
    const { scope, budget, signal } = options;
    return ScopeCaller.create({
      clients: this.#clients,
      scope,
      endpoints: this.#scopes.endpointsOf(scope),
      check: () => this.#scopes.check(scope, signal),
      budget,
      signal,
      onCall: this.#onCall,
    });
  }
}
