import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useCompatibility } from '../../hooks/useCompatibility';
import { useRefresh } from '../../hooks/useRefresh';
import { lbcTranslationRef } from '../../translation';
import { useContentStyles } from '../content/useContentStyles';
import { LoadError, StaleNotice } from '../states';
import { ReportSkeleton } from './ReportSkeleton';
import { ReportView } from './ReportView';
import { TitleBar } from './TitleBar';

/**
 * The tab: the controllers that serve the entity at hand, against all that
 * they depend on.
 */
export function CompatibilityContent() {
  const { entity } = useEntity();
  const classes = useContentStyles();
  const { t } = useTranslationRef(lbcTranslationRef);
  const { value, error, reload } = useCompatibility(entity);
  const refresh = useRefresh(entity, reload);

  return (
    <div className={classes.root}>
      <TitleBar
        subject={stringifyEntityRef(entity)}
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
      {!value && error && (
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
