import { useEffect, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type { ComparisonReport } from '@lbc-backstage/plugin-lbc-common';
import { lbcApiRef } from '../api';
import { useLoad } from './useLoad';
import type { Loaded } from './useLoad';

const WHILE_SETTLING_MS = 15_000;

/** A baseline against what is now; looked at again while that still settles. */
export function useComparison(id: string): Loaded<ComparisonReport> {
  const api = useApi(lbcApiRef);
  const [settling, setSettling] = useState(false);
  const loaded = useLoad(id, signal => api.getComparison({ id, signal }), {
    everyMs: settling ? WHILE_SETTLING_MS : undefined,
  });
  const { value } = loaded;
  useEffect(() => setSettling(value?.verdict === 'settling'), [value]);
  return loaded;
}
