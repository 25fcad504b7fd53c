import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { clusterOf } from '../../availability';
import { useCompatibility } from '../../hooks/useCompatibility';
import { useRefresh } from '../../hooks/useRefresh';
import { lbcTranslationRef } from '../../translation';
import { useContentStyles } from '../content/useContentStyles';
import { LoadError, PlainState, StaleNotice } from '../states';
import { ReportSkeleton } from './ReportSkeleton';
import { ReportView } from './ReportView';
import { TitleBar } from './TitleBar';

function isNotFound(error: Error): boolean {
  return (
    error.name === 'NotFoundError' ||
    (error as { statusCode?: unknown }).statusCode === 404
  );
}

/**
 * The tab: the controllers that serve the entity at hand, against all that
 * they depend on. On an entity that stands for a cluster, all of the cluster.
 */
export function CompatibilityContent() {
  const { entity } = useEntity();
  const classes = useContentStyles();
  const { t } = useTranslationRef(lbcTranslationRef);
  const { value, error, reload } = useCompatibility(entity);
  const refresh = useRefresh(entity, reload);
  const cluster = clusterOf(entity);

  return (
    <div className={classes.root}>
      <TitleBar
        subject={cluster ?? stringifyEntityRef(entity)}
        report={value}
        refresh={refresh}
      />
      {value && (
        <>
          <StaleNotice
            observedAt={value.observedAt}
            error={error}
            onRetry={reload}
          />
          <ReportView entity={entity} report={value} />
        </>
      )}
      {!value && error && cluster && isNotFound(error) && (
        <PlainState title={t('compatibility.notFound.title')}>
          {t('compatibility.notFound.text', { cluster })}
        </PlainState>
      )}
      {!value && error && !(cluster && isNotFound(error)) && (
        <LoadError
          title={t('compatibility.error')}
          error={error}
          onRetry={reload}
        />
      )}
      {!value && !error && <ReportSkeleton />}
    </div>
  );
}
