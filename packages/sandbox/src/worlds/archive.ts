import { gunzipSync, gzipSync } from 'zlib';
import { z } from 'zod';
import { JsonValue } from '../json';
import { AwsScopeFiles, ClusterFiles, Files, World, WorldStep } from './model';
import { truthSchema } from './truth';

const FORMAT = 1;

/** What is inside an archive came out of `JSON.parse`, so it is JSON. */
const jsonSchema = z.custom<JsonValue>(value => value !== undefined);
const filesSchema = z.record(z.string(), z.number().int().nonnegative());
const scopeSchema = z.object({
  accountId: z.string(),
  region: z.string(),
  vpcId: z.string(),
  aws: filesSchema,
});
const archiveSchema = z.object({
  format: z.literal(FORMAT),
  name: z.string(),
  title: z.string().optional(),
  readme: z.string().optional(),
  truth: truthSchema.optional(),
  steps: z.array(
    scopeSchema.extend({
      name: z.string(),
      description: z.string().optional(),
      recordedAt: z.string(),
      recordedAtByFolder: z.record(z.string(), z.string()).optional(),
      controllerVersion: z.string().optional(),
      clusters: z.record(
        z.string(),
        z.object({ folder: z.string(), files: filesSchema }),
      ),
      otherScopes: z.array(scopeSchema).optional(),
    }),
  ),
  blobs: z.array(jsonSchema),
});
const fileArchiveSchema = z.object({
  format: z.literal(FORMAT),
  files: z.record(z.string(), jsonSchema),
});

type Archive = z.infer<typeof archiveSchema>;

/** Answers, each once. */
class Blobs {
  readonly values: JsonValue[] = [];
  readonly #indexes = new Map<string, number>();

  addAll(files: Files): Record<string, number> {
    const result: Record<string, number> = {};
    for (const path of [...files.keys()].sort()) {
      const value = files.get(path);
      if (value !== undefined) {
        result[path] = this.#add(value);
      }
    }
    return result;
  }

  #add(value: JsonValue): number {
    const text = JSON.stringify(value);
    let index = this.#indexes.get(text);
    if (index === undefined) {
      index = this.values.push(value) - 1;
      this.#indexes.set(text, index);
    }
    return index;
  }
}

/**
 * Packs a world into one small file: gzip of JSON in which an answer that
 * several steps share stands once. The same world gives the same bytes.
 */
export function packWorld(world: World): Buffer {
  const blobs = new Blobs();
  const archive: Archive = {
    format: FORMAT,
    name: world.name,
    title: world.title,
    readme: world.readme,
    truth: world.truth,
    steps: world.steps.map(step => ({
      name: step.name,
      description: step.description,
      recordedAt: step.recordedAt,
      recordedAtByFolder: step.recordedAtByFolder,
      controllerVersion: step.controllerVersion,
      clusters: Object.fromEntries(
        [...step.clusters].map(([name, cluster]) => [
          name,
          { folder: cluster.folder, files: blobs.addAll(cluster.files) },
        ]),
      ),
      ...packScope(step, blobs),
      otherScopes: step.otherScopes?.map(scope => packScope(scope, blobs)),
    })),
    blobs: blobs.values,
  };
  return gzip(archive);
}

/** Unpacks what {@link packWorld} packed. */
export function unpackWorld(packed: Buffer): World {
  const {
    format: _,
    blobs,
    steps,
    ...world
  } = archiveSchema.parse(gunzip(packed));
  const files = (indexes: Record<string, number>): Files =>
    new Map(
      Object.entries(indexes).map(([path, index]) => [path, blobs[index]]),
    );
  return {
    ...world,
    steps: steps.map(
      (step): WorldStep => ({
        ...step,
        clusters: new Map(
          Object.entries(step.clusters).map(
            ([name, cluster]): [string, ClusterFiles] => [
              name,
              { folder: cluster.folder, files: files(cluster.files) },
            ],
          ),
        ),
        aws: files(step.aws),
        otherScopes: step.otherScopes?.map(scope => ({
          ...scope,
          aws: files(scope.aws),
        })),
      }),
    ),
  };
}

/** Packs plain files by path, with nothing made of them. */
export function packFiles(files: Files): Buffer {
  const entries = [...files.keys()].sort().map(path => [path, files.get(path)]);
  return gzip({ format: FORMAT, files: Object.fromEntries(entries) });
}

/** Unpacks what {@link packFiles} packed. */
export function unpackFiles(packed: Buffer): Map<string, JsonValue> {
  const { files } = fileArchiveSchema.parse(gunzip(packed));
  return new Map(Object.entries(files));
}

function packScope(scope: AwsScopeFiles, blobs: Blobs) {
  const { accountId, region, vpcId, aws } = scope;
  return { accountId, region, vpcId, aws: blobs.addAll(aws) };
}

function gzip(value: unknown): Buffer {
  const packed = gzipSync(JSON.stringify(value), { level: 9 });
  // The tenth byte names the operating system that packed: the same bytes
  // must come out on all of them.
  packed[9] = 255;
  return packed;
}

function gunzip(packed: Buffer): unknown {
  return JSON.parse(gunzipSync(packed).toString('utf8'));
}
