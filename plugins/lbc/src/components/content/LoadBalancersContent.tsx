import { useEntity } from '@backstage/plugin-catalog-react';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useEntityLoadBalancers } from '../../hooks/useEntityLoadBalancers';
import { useRefresh } from '../../hooks/useRefresh';
import { useViewState } from '../../hooks/useViewState';
import { lbcTranslationRef } from '../../translation';
import { LoadError, PageSkeleton } from '../states';
import { applyFilters } from '../subjects';
import { Answer } from './Answer';
import { TitleBar } from './TitleBar';
import { useContentStyles } from './useContentStyles';

/** The tab: the load balancers of the entity at hand. */
export function LoadBalancersContent() {
  const { entity } = useEntity();
  const classes = useContentStyles();
  const { t } = useTranslationRef(lbcTranslationRef);
  const loaded = useEntityLoadBalancers(entity);
  const refresh = useRefresh(entity, loaded.reload);
  const view = useViewState();
  const { value, error, reload } = loaded;

  return (
    <div className={classes.root}>
      <TitleBar
        response={value}
        shown={value ? applyFilters(value.items, view.filters) : []}
        refresh={refresh}
      />
      {value && (
        <Answer entity={entity} response={value} loaded={loaded} view={view} />
      )}
      {!value && error && (
        <LoadError title={t('error.title')} error={error} onRetry={reload} />
      )}
      {!value && !error && <PageSkeleton />}
    </div>
  );
}
