import type { Entity } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import type { EntityLoadBalancersResponse } from '@lbc-backstage/plugin-lbc-common';
import type { EntityLoadBalancers } from '../../hooks/useEntityLoadBalancers';
import type { ViewState } from '../../hooks/useViewState';
import { lbcTranslationRef } from '../../translation';
import { CoverageBanner } from '../coverage/CoverageBanner';
import {
  EmptyLoadBalancers,
  PlainState,
  Problems,
  StaleNotice,
} from '../states';
import { applyFilters, Filters, SubjectList } from '../subjects';
import { Verdict } from '../verdict/Verdict';
import { emptiness } from './emptiness';
import { useContentStyles } from './useContentStyles';

/** What stands where the list would be. */
function Nothing(props: {
  entity: Entity;
  response: EntityLoadBalancersResponse;
}) {
  const { entity, response } = props;
  const { t } = useTranslationRef(lbcTranslationRef);
  switch (emptiness(response)) {
    case 'not-configured':
      return (
        <PlainState title={t('notConfigured.title')}>
          <div>{t('notConfigured.text')}</div>
          <Problems problems={response.problems} />
        </PlainState>
      );
    case 'not-permitted':
      return (
        <PlainState
          title={t('notPermitted.title', {
            kind: entity.kind.toLocaleLowerCase('en-US'),
          })}
        >
          {t('notPermitted.text')}
        </PlainState>
      );
    default:
      return (
        <EmptyLoadBalancers entity={entity} searched={response.searched} />
      );
  }
}

/** The answer: verdict first, then what was not seen, then the list. */
export function Answer(props: {
  entity: Entity;
  response: EntityLoadBalancersResponse;
  loaded: EntityLoadBalancers;
  view: ViewState;
}) {
  const { entity, response, loaded, view } = props;
  const classes = useContentStyles();
  const { t } = useTranslationRef(lbcTranslationRef);
  const { items, totalItems, verdict, notPermitted, partsNotAsked } = response;
  const empty = items.length === 0;
  const shown = applyFilters(items, view.filters);
  const filtered = Object.keys(view.filters).length > 0;
  const opened = view.subject ?? (items.length === 1 ? items[0].id : undefined);

  return (
    <>
      <StaleNotice
        observedAt={response.observedAt}
        error={loaded.error}
        onRetry={loaded.reload}
      />
      {verdict && <Verdict verdict={verdict} />}
      {emptiness(response) !== 'not-configured' && (
        <Problems problems={response.problems} />
      )}
      <CoverageBanner coverage={response.coverage} />
      {empty && <Nothing entity={entity} response={response} />}
      {(items.length > 1 || filtered) && (
        <Filters
          subjects={items}
          shown={shown.length}
          total={totalItems}
          view={view}
        />
      )}
      {shown.length > 0 && (
        <SubjectList
          subjects={shown}
          coverage={response.coverage}
          opened={opened}
          onOpen={id => view.open(id ?? (items.length === 1 ? '' : undefined))}
        />
      )}
      {!empty && shown.length === 0 && (
        <Typography variant="body2">
          {t('list.noMatch')}{' '}
          <Button size="small" onClick={view.clearFilters}>
            {t('list.clear')}
          </Button>
        </Typography>
      )}
      {loaded.more && (
        <div>
          <Button size="small" disabled={loaded.loading} onClick={loaded.more}>
            {t('list.more')}
          </Button>
        </div>
      )}
      {!empty && notPermitted > 0 && (
        <Typography variant="body2" className={classes.quiet}>
          {t('list.notPermitted', { count: notPermitted })}
        </Typography>
      )}
      {partsNotAsked !== undefined && partsNotAsked > 0 && (
        <Typography variant="body2" className={classes.quiet}>
          {t('list.partsNotAsked', { count: partsNotAsked })}
        </Typography>
      )}
    </>
  );
}
