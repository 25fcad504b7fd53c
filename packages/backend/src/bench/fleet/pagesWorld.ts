import { ClusterFiles, Files, generate, JsonObject, World } from 'lbc-sandbox';

/** Lists that are made as long as asked for. */
const LONG_LISTS = ['apis/networking.k8s.io/v1/ingresses', 'api/v1/services'];

/** The files of a cluster, some of them as lists of another length. */
class LongFiles implements Files {
  readonly #files: Files;
  readonly #length: number;
  readonly #made = new Map<string, JsonObject>();

  constructor(files: Files, length: number) {
    this.#files = files;
    this.#length = length;
  }

  get(path: string) {
    if (!LONG_LISTS.includes(path)) {
      return this.#files.get(path);
    }
    let made = this.#made.get(path);
    if (!made) {
      made = lengthened(this.#files.get(path) as JsonObject, this.#length);
      this.#made.set(path, made);
    }
    return made;
  }

  has(path: string) {
    return this.#files.has(path);
  }

  keys() {
    return this.#files.keys();
  }
}

function lengthened(list: JsonObject, length: number): JsonObject {
  const items = list.items as JsonObject[];
  return {
    ...list,
    items: Array.from({ length }, (_, index) => {
      const item = items[index % items.length];
      const metadata = item.metadata as JsonObject;
      return {
        ...item,
        metadata: {
          ...metadata,
          name: `${metadata.name}-${index}`,
          uid: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
        },
      };
    }),
  };
}

/**
 * Clusters with as many pages of Ingresses, and as many of Services, as asked
 * for: the objects of a generated cluster, over and over under other names.
 */
export function pagesWorld(options: {
  clusters: Record<string, number>;
  pageSize: number;
}): World {
  const { clusters, pageSize } = options;
  const world = generate({ size: 'S', seed: 1 });
  const [step] = world.steps;
  const [{ files }] = step.clusters.values();
  return {
    name: 'pages',
    steps: [
      {
        ...step,
        aws: new Map(),
        clusters: new Map(
          Object.entries(clusters).map(
            ([name, pages]): [string, ClusterFiles] => [
              name,
              {
                folder: `kubernetes-${name}`,
                files: new LongFiles(files, pages * pageSize),
              },
            ],
          ),
        ),
      },
    ],
  };
}
