import { useApi } from '@backstage/core-plugin-api';
import type { DetailStatus } from '@lbc-backstage/plugin-lbc-common';
import { lbcApiRef } from '../api';
import { Followed, useFollowed } from './useFollowed';

export type StackReading = Followed<DetailStatus>;

/** Asks to read a subject's stack live and follows it to its end. */
export function useStackReading(
  subjectId: string,
  onDone: () => void,
): StackReading {
  const api = useApi(lbcApiRef);
  return useFollowed({
    key: subjectId,
    ask: signal => api.requestDetail({ id: subjectId, signal }),
    look: signal => api.getDetail({ id: subjectId, signal }),
    onDone,
  });
}
