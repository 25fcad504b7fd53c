import { Message, parseArn } from '@lbc-backstage/plugin-lbc-common';
import type { Knex } from 'knex';
import { parseColumn } from '../json';
import { getMeta } from '../operations/meta';
import type { SubjectRow, TargetBindingRow, TargetRow } from '../tables';
import type { DiscoveryFacts } from '../types';

/** What discovery and correlate found beside targets and subjects. */
export class DatabaseDiscoveryFacts implements DiscoveryFacts {
  readonly #db: Knex;

  static create(options: { db: Knex }): DatabaseDiscoveryFacts {
    return new DatabaseDiscoveryFacts(options.db);
  }

  private constructor(db: Knex) {
    this.#db = db;
  }

  async listProblems(): Promise<Message[]> {
    const problems: Message[] = [];
    for (const key of ['problems_kubernetes', 'problems_aws'] as const) {
      const text = (await getMeta(this.#db, key)) ?? null;
      problems.push(...(parseColumn<Message[]>(text) ?? []));
    }
    return problems;
  }

  listSuggestedScopes: DiscoveryFacts['listSuggestedScopes'] = async () => {
    const known = new Set<string>(
      await this.#db<TargetRow>('target')
        .where({ kind: 'scope' })
        .whereNull('retired_at')
        .pluck('name'),
    );
    const rows: Array<Pick<TargetBindingRow, 'cluster' | 'target_group_arn'>> =
      await this.#db<TargetBindingRow>('target_binding')
        .whereNotNull('target_group_arn')
        .distinct('cluster', 'target_group_arn')
        .orderBy(['cluster', 'target_group_arn']);
    const seen = new Map<string, Set<string>>();
    for (const { cluster, target_group_arn } of rows) {
      const arn = parseArn(target_group_arn ?? '');
      const scope =
        arn?.accountId && arn.region && `${arn.accountId}/${arn.region}`;
      if (scope && !known.has(scope)) {
        seen.set(scope, (seen.get(scope) ?? new Set()).add(cluster));
      }
    }
    return [...seen].sort().map(([scope, clusters]) => {
      const [accountId, region] = scope.split('/');
      return { accountId, region, seenIn: [...clusters].sort() };
    });
  };

  listUnknownClusterTags: DiscoveryFacts['listUnknownClusterTags'] =
    async () => {
      const rows: Array<
        Pick<SubjectRow, 'cluster_tag' | 'account_id' | 'region'> & {
          n: number | string;
        }
      > = await this.#db<SubjectRow>('subject')
        .whereNull('ended_at')
        .whereNull('cluster')
        .whereNotNull('cluster_tag')
        .whereNotNull('arn')
        .groupBy('cluster_tag', 'account_id', 'region')
        .orderBy(['cluster_tag', 'account_id', 'region'])
        .select('cluster_tag', 'account_id', 'region')
        .count({ n: '*' });
      return rows.map(row => ({
        clusterTag: row.cluster_tag ?? '',
        accountId: row.account_id ?? '',
        region: row.region ?? '',
        loadBalancers: Number(row.n),
      }));
    };
}
