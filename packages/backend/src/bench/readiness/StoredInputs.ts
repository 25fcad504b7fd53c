import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import knexFactory from 'knex';

/** What readiness leaves in the store: large, and of no use to it. */
const LEFT_OUT = ['events', 'replicaSets', 'configMaps'];

/** All JSON that one answer is made of, as the store has it. */
export class StoredInputs {
  readonly #texts: string[];
  /** Subjects that there are. */
  readonly subjects: number;

  static async read(options: {
    directory: string;
    cluster: string;
  }): Promise<StoredInputs> {
    const { directory, cluster } = options;
    const db = knexFactory({
      client: 'better-sqlite3',
      connection: { filename: join(directory, 'lbc.sqlite') },
      useNullAsDefault: true,
    });
    try {
      const blobs: Array<{ body: Buffer }> = await db('snapshot')
        .join('snapshot_blob', on =>
          on
            .on('snapshot_blob.target_id', 'snapshot.target_id')
            .andOn('snapshot_blob.kind', 'snapshot.kind')
            .andOn('snapshot_blob.hash', 'snapshot.content_hash'),
        )
        .where('snapshot.target_id', `cluster:${cluster}`)
        .whereNotIn('snapshot.kind', LEFT_OUT)
        .select('snapshot_blob.body');
      const subjects: Array<{ summary: string; detail: Buffer }> = await db(
        'subject',
      )
        .where({ cluster })
        .whereNull('ended_at')
        .select('summary', 'detail');
      return new StoredInputs(
        [
          ...blobs.map(({ body }) => gunzipSync(body).toString()),
          ...subjects.flatMap(({ summary, detail }) => [
            summary,
            gunzipSync(detail).toString(),
          ]),
        ],
        subjects.length,
      );
    } finally {
      await db.destroy();
    }
  }

  private constructor(texts: string[], subjects: number) {
    this.#texts = texts;
    this.subjects = subjects;
  }

  get bytes(): number {
    return this.#texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  }

  parse(): unknown[] {
    return this.#texts.map(text => JSON.parse(text));
  }
}
