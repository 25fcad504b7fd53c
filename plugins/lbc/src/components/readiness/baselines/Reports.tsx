import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { lbcApiRef } from '../../../api';
import { lbcTranslationRef } from '../../../translation';
import { Notice } from '../../parts';
import { download } from '../../share/download';
import type { Comparison } from '../types';

/** Takes a comparison elsewhere: as data, and as a page that needs no portal. */
export function Reports(props: { id: string; comparison: Comparison }) {
  const { id, comparison } = props;
  const api = useApi(lbcApiRef);
  const { t } = useTranslationRef(lbcTranslationRef);
  const [error, setError] = useState<string>();
  const fileName = `comparison-${comparison.baseline.name.replace(
    /[^\w.-]+/g,
    '-',
  )}`;
  const html = async () => {
    setError(undefined);
    try {
      const content = await api.getComparisonReport({ id });
      download({ name: `${fileName}.html`, content, type: 'text/html' });
    } catch (reason) {
      setError(reason instanceof Error ? reason.message : String(reason));
    }
  };
  return (
    <>
      <Button
        size="small"
        onClick={() =>
          download({
            name: `${fileName}.json`,
            content: JSON.stringify(comparison, null, 2),
            type: 'application/json',
          })
        }
      >
        {t('baselines.comparison.json')}
      </Button>
      <Button size="small" onClick={html}>
        {t('baselines.comparison.html')}
      </Button>
      {error && (
        <Notice tone="amber" role="alert">
          {t('baselines.comparison.reportError', { error })}
        </Notice>
      )}
    </>
  );
}
