import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { useReadiness } from '../../hooks/useReadiness';
import { useReadinessView } from '../../hooks/useReadinessView';
import { useRefresh } from '../../hooks/useRefresh';
import { lbcTranslationRef } from '../../translation';
import { useContentStyles } from '../content/useContentStyles';
import { LoadError, StaleNotice } from '../states';
import { AnswerView } from './AnswerView';
import { ReadinessSkeleton } from './ReadinessSkeleton';
import { TitleBar } from './TitleBar';

/**
 * The tab: what a change of the controller would do to the entity at hand,
 * whether it can be made, in which order, and whether it went well.
 */
export function ReadinessContent() {
  const { entity } = useEntity();
  const classes = useContentStyles();
  const { t } = useTranslationRef(lbcTranslationRef);
  const view = useReadinessView();
  const { value, error, reload } = useReadiness(entity, view.target);
  const refresh = useRefresh(entity, reload);

  return (
    <div className={classes.root}>
      <TitleBar
        subject={stringifyEntityRef(entity)}
        answer={value}
        refresh={refresh}
      />
      {value && (
        <>
          <StaleNotice
            observedAt={value.observedAt}
            error={error}
            onRetry={reload}
          />
          <AnswerView
            entity={entity}
            answer={value}
            view={view}
            onAttested={reload}
          />
        </>
      )}
      {!value && error && (
        <LoadError
          title={t('readiness.error')}
          error={error}
          onRetry={reload}
        />
      )}
      {error && view.target && (
        <div>
          <Button
            size="small"
            variant="outlined"
            onClick={() => view.setTarget(undefined)}
          >
            {t('readiness.target.backToProposed')}
          </Button>
        </div>
      )}
      {!value && !error && <ReadinessSkeleton />}
    </div>
  );
}
