import {
  AuthService,
  DiscoveryService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { ResponseError, ServiceUnavailableError } from '@backstage/errors';
import { message } from '@lbc-backstage/plugin-lbc-common';
import { ClusterInfo } from '@lbc-backstage/plugin-lbc-node';
import { z } from 'zod';

/** Auth providers that sign in with the user's own token, in the browser. */
const CLIENT_SIDE_PROVIDERS = ['google', 'oidc', 'aks'];

const clustersSchema = z.object({
  items: z.array(
    z.object({
      name: z.string().min(1),
      title: z.string().nullish(),
      authProvider: z.string(),
    }),
  ),
});

/** Which of the portal's clusters are swept. */
export interface ClusterSelection {
  include?: ReadonlySet<string>;
  exclude: ReadonlySet<string>;
}

/** Reads `lbc.clusters`. */
export function readClusterSelection(config?: Config): ClusterSelection {
  const clusters = config?.getOptionalConfig('lbc.clusters');
  const include = clusters?.getOptionalStringArray('include');
  return {
    ...(include && { include: new Set(include) }),
    exclude: new Set(clusters?.getOptionalStringArray('exclude') ?? []),
  };
}

/** Asks the kubernetes plugin for its clusters; throws where it can't tell. */
export async function listClusters(options: {
  auth: AuthService;
  discovery: DiscoveryService;
  logger: LoggerService;
  selection: ClusterSelection;
  timeoutMs: number;
  signal: AbortSignal;
}): Promise<ClusterInfo[]> {
  const { selection, logger } = options;
  const clusters = new Map<string, ClusterInfo>();
  for (const { name, title, authProvider } of await ask(options)) {
    const selected =
      (selection.include?.has(name) ?? true) && !selection.exclude.has(name);
    if (clusters.has(name)) {
      // The proxy goes by name, so only the first can be reached at all.
      logger.warn(
        `The kubernetes plugin knows several clusters named ${name}; only the first is read`,
      );
    } else if (selected) {
      clusters.set(name, {
        name,
        ...(title && { title }),
        authProvider,
        ...(CLIENT_SIDE_PROVIDERS.includes(authProvider) && {
          unreadable: message('source.needs-user-token', {
            cluster: name,
            provider: authProvider,
          }),
        }),
      });
    }
  }
  return [...clusters.values()];
}

async function ask(options: {
  auth: AuthService;
  discovery: DiscoveryService;
  timeoutMs: number;
  signal: AbortSignal;
}) {
  const { auth, discovery, timeoutMs, signal } = options;
  const { token } = await auth.getPluginRequestToken({
    onBehalfOf: await auth.getOwnServiceCredentials(),
    targetPluginId: 'kubernetes',
  });
  const baseUrl = await discovery.getBaseUrl('kubernetes');
  const response = await fetch(`${baseUrl}/clusters`, {
    headers: { Authorization: `Bearer ${token}` },
    redirect: 'error',
    signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
  });
  if (!response.ok) {
    throw await ResponseError.fromResponse(response);
  }
  const body: unknown = await response.json();
  const parsed = clustersSchema.safeParse(body);
  if (!parsed.success) {
    throw new ServiceUnavailableError(
      'The kubernetes plugin did not answer with a list of clusters',
    );
  }
  return parsed.data.items;
}
