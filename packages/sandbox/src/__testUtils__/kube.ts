import { IncomingHttpHeaders } from 'http';
import { request } from 'https';
import { FleetCluster } from '../fleet';
import { JsonObject, asObject, asObjects, asString, parseJson } from '../json';

/** What came back over the wire. */
export interface KubeAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
  /** The body as JSON; an empty object where it is none. */
  json: JsonObject;
}

/** Options of {@link kube}. */
export interface KubeOptions {
  method?: string;
  headers?: Record<string, string>;
  /** Another token than the cluster's, or none. */
  token?: string | null;
  signal?: AbortSignal;
}

/** Asks a cluster over TLS, with its token. */
export function kube(
  cluster: FleetCluster,
  path: string,
  options: KubeOptions = {},
): Promise<KubeAnswer> {
  const token = options.token === undefined ? cluster.token : options.token;
  return new Promise((resolve, reject) => {
    const sent = request(
      `${cluster.url}${path}`,
      {
        ca: cluster.caPem,
        agent: false,
        method: options.method ?? 'GET',
        signal: options.signal,
        headers: {
          ...(token !== null && { authorization: `Bearer ${token}` }),
          ...options.headers,
        },
      },
      response => {
        const chunks: Buffer[] = [];
        response.on('data', chunk => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const body = Buffer.concat(chunks);
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body,
            json: toJson(body),
          });
        });
      },
    );
    sent.on('error', reject);
    sent.end();
  });
}

/** The items of an answer that is a list. */
export function itemsOf(answer: KubeAnswer): JsonObject[] {
  return asObjects(answer.json.items);
}

/** `namespace/name` of each item, or just its name. */
export function namesOf(answer: KubeAnswer): string[] {
  return itemsOf(answer).map(item => {
    const { namespace, name } = asObject(item.metadata);
    return namespace ? `${namespace}/${name}` : asString(name);
  });
}

/** The token of the next page. */
export function continueOf(answer: KubeAnswer): string {
  return asString(asObject(answer.json.metadata).continue);
}

/** Reads a list to its end, a page at a time. */
export async function listAll(
  cluster: FleetCluster,
  path: string,
  limit: number,
): Promise<KubeAnswer[]> {
  const pages: KubeAnswer[] = [];
  let token = '';
  do {
    const next = token ? `&continue=${encodeURIComponent(token)}` : '';
    const page = await kube(cluster, `${path}?limit=${limit}${next}`);
    pages.push(page);
    token = continueOf(page);
  } while (token !== '');
  return pages;
}

function toJson(body: Buffer): JsonObject {
  try {
    return asObject(parseJson(body.toString('utf8')));
  } catch {
    return {};
  }
}
