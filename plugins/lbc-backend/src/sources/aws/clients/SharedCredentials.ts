import {
  AwsCredentialIdentity,
  AwsCredentialIdentityProvider,
} from '@aws-sdk/types';
import { LbcClock } from '@lbc-backstage/plugin-lbc-node';

/** New credentials are fetched so long before the old ones end. */
const REFRESH_BEFORE_MS = 5 * 60 * 1000;

/**
 * One account's credentials, shared by all clients of it: clients remember
 * theirs each by itself, which would be an AssumeRole a client.
 */
export class SharedCredentials {
  readonly #provider: AwsCredentialIdentityProvider;
  readonly #clock: LbcClock;
  #current?: Promise<AwsCredentialIdentity>;
  #refreshAt = Infinity;

  constructor(options: {
    provider: AwsCredentialIdentityProvider;
    clock: LbcClock;
  }) {
    this.#provider = options.provider;
    this.#clock = options.clock;
  }

  /** The credentials that are good now. */
  async get(): Promise<AwsCredentialIdentity> {
    if (this.#current && this.#clock.now() < this.#refreshAt) {
      return this.#current;
    }
    const fetched = this.#provider();
    this.#current = fetched;
    // Whoever asks meanwhile waits for the same answer.
    this.#refreshAt = Infinity;
    try {
      const identity = await fetched;
      if (this.#current === fetched) {
        this.#refreshAt = this.#refreshTime(identity);
      }
      return identity;
    } catch (error) {
      if (this.#current === fetched) {
        this.forget();
      }
      throw error;
    }
  }

  /** Next time new ones are fetched: AWS said that these have ended. */
  forget(): void {
    this.#current = undefined;
  }

  #refreshTime({ expiration }: AwsCredentialIdentity): number {
    if (!expiration) {
      return Infinity;
    }
    const now = this.#clock.now();
    const lifetime = expiration.getTime() - now;
    return now + Math.max(lifetime - REFRESH_BEFORE_MS, lifetime / 2);
  }
}
