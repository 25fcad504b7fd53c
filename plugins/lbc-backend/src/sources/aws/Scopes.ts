import { LoggerService } from '@backstage/backend-plugin-api';
import { Message, message } from '@lbc-backstage/plugin-lbc-common';
import { AwsScope } from '@lbc-backstage/plugin-lbc-node';
import { detailOf } from '../text';
import { NotConfiguredError } from './failures';
import { AwsClients } from './clients';
import { AwsSettings, Endpoints, scopeId } from './config';

/** Which accounts and Regions are swept, by configuration alone. */
export class Scopes {
  readonly #settings: AwsSettings;
  readonly #clients: AwsClients;
  readonly #logger: LoggerService;
  #mainAccountId?: string;

  constructor(options: {
    settings: AwsSettings;
    clients: AwsClients;
    logger: LoggerService;
  }) {
    this.#settings = options.settings;
    this.#clients = options.clients;
    this.#logger = options.logger;
  }

  /** The endpoints that configuration gives for a scope. */
  endpointsOf(scope: AwsScope): Endpoints | undefined {
    return this.#settings.scopes?.find(({ id }) => id === scope.id)?.endpoints;
  }

  /**
   * Throws where configuration does not name a scope. A scope may come from a
   * job that is older than the configuration.
   */
  async check(scope: AwsScope, signal: AbortSignal): Promise<void> {
    const { scopes } = await this.list(signal);
    if (!scopes.some(({ id }) => id === scope.id)) {
      throw new NotConfiguredError(scope.id);
    }
  }

  /** Whether a scope is the first of its account: what is global is read there. */
  async isFirst(scope: AwsScope, signal: AbortSignal): Promise<boolean> {
    const { scopes } = await this.list(signal);
    return (
      scopes.find(({ accountId }) => accountId === scope.accountId)?.id ===
      scope.id
    );
  }

  async list(
    signal: AbortSignal,
  ): Promise<{ scopes: AwsScope[]; problems: Message[] }> {
    const { scopes, regions, accounts } = this.#settings;
    if (scopes) {
      const problems =
        scopes.length === 0 ? [message('source.aws-not-configured')] : [];
      return {
        scopes: scopes.map(({ id, accountId, region }) => ({
          id,
          accountId,
          region,
        })),
        problems,
      };
    }
    if (regions.length === 0) {
      const code =
        accounts.length > 0
          ? 'source.aws-regions-missing'
          : 'source.aws-not-configured';
      return { scopes: [], problems: [message(code)] };
    }
    const main = await this.#mainAccount(signal);
    const known = new Set([
      ...('accountId' in main ? [main.accountId] : []),
      ...accounts,
    ]);
    return {
      scopes: [...known].flatMap(accountId =>
        regions.map(region => ({
          id: scopeId(accountId, region),
          accountId,
          region,
        })),
      ),
      problems: 'problem' in main ? [main.problem] : [],
    };
  }

  async #mainAccount(
    signal: AbortSignal,
  ): Promise<{ accountId: string } | { problem: Message }> {
    if (this.#mainAccountId) {
      return { accountId: this.#mainAccountId };
    }
    try {
      this.#mainAccountId = await this.#clients.mainAccountId(signal);
      return { accountId: this.#mainAccountId };
    } catch (error) {
      this.#logger.warn(
        `The account of the portal itself could not be told: ${error}`,
      );
      const detail = detailOf(
        error instanceof Error ? error.message : error,
      ).replace(/\.$/, '');
      return {
        problem: message('source.aws-main-account-unknown', { detail }),
      };
    }
  }
}
