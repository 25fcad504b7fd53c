import { gunzipSync } from 'node:zlib';
import {
  BackendFeature,
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';

const GZIP = Buffer.from([0x1f, 0x8b]);

function textOf(value: unknown): string {
  if (!Buffer.isBuffer(value)) {
    return String(value ?? '');
  }
  return (
    value.subarray(0, 2).equals(GZIP) ? gunzipSync(value) : value
  ).toString('utf8');
}

/** Reads every value of every table of the plugin's SQLite. */
export class DatabaseDump {
  #read?: () => Promise<Map<string, string[]>>;
  /** Put into the backend, it can be read. */
  readonly feature: BackendFeature = createBackendModule({
    pluginId: 'lbc',
    moduleId: 'database-dump',
    register: env =>
      env.registerInit({
        deps: { database: coreServices.database },
        init: async ({ database }) => {
          const db = await database.getClient();
          this.#read = async () => {
            const tables: string[] = await db('sqlite_master')
              .where('type', 'table')
              .pluck('name');
            const rows = new Map<string, string[]>();
            for (const table of tables) {
              const all: object[] = await db(table).select();
              rows.set(
                table,
                all.map(row => Object.values(row).map(textOf).join('\n')),
              );
            }
            return rows;
          };
        },
      }),
  });

  /** The rows of each table, unpacked, as text. */
  async read(): Promise<Map<string, string[]>> {
    if (!this.#read) {
      throw new Error('The backend has not started');
    }
    return this.#read();
  }
}
