import { message } from '@lbc-backstage/plugin-lbc-common';
import { ClusterClient, ClusterRequestError } from '../client';
import { Collector, ItemReader } from './Collector';
import { ListOutcome, nothing } from './outcome';

/** Options of {@link readObject}. */
export interface ReadObjectOptions<T> extends ItemReader<T> {
  client: ClusterClient;
  path: string;
  resource: string;
}

/** Reads one object by name. One that does not exist is a complete answer. */
export async function readObject<T extends { metadata: { uid: string } }>(
  options: ReadObjectOptions<T>,
): Promise<ListOutcome<T>> {
  const { client, path, resource } = options;
  try {
    const { body, serverTime } = await client.get({ path, resource });
    const collector = new Collector<T>(options);
    collector.add([body]);
    const problem = collector.problem();
    return problem
      ? nothing('failed', problem.reason)
      : { coverage: 'complete', serverTime, items: collector.items };
  } catch (error) {
    if (!(error instanceof ClusterRequestError)) {
      throw error;
    }
    switch (error.failure) {
      case 'object-missing':
        return { coverage: 'complete', items: [] };
      case 'denied':
        return nothing('denied', error.reason);
      case 'resource-missing':
      case 'path-missing':
        return nothing(
          'failed',
          message('source.served-but-missing', { resource }),
        );
      default:
        return nothing('failed', error.reason);
    }
  }
}
