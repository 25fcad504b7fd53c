import { message } from '@lbc-backstage/plugin-lbc-common';
import { z } from 'zod';
import { ClusterClient, ClusterRequestError } from '../client';
import { ListOutcome, nothing } from '../lists';

const versionSchema = z.object({ gitVersion: z.string() });

/** `/version` of the API server. */
export async function readVersion(
  client: ClusterClient,
): Promise<ListOutcome<{ gitVersion: string }>> {
  try {
    const { body, serverTime } = await client.get({
      path: '/version',
      resource: 'version',
    });
    const version = versionSchema.safeParse(body).data;
    return version
      ? { coverage: 'complete', serverTime, items: [version] }
      : nothing(
          'failed',
          message('source.not-json', { detail: 'it names no version' }),
        );
  } catch (error) {
    if (error instanceof ClusterRequestError) {
      return nothing(
        error.failure === 'denied' ? 'denied' : 'failed',
        error.reason,
      );
    }
    throw error;
  }
}
