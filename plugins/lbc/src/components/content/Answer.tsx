import type { Entity } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import type { EntityLoadBalancersResponse } from '@lbc-backstage/plugin-lbc-common';
import type { EntityLoadBalancers } from '../../hooks/useEntityLoadBalancers';
import { useNow } from '../../hooks/useNow';
import type { ViewState } from '../../hooks/useViewState';
import { parseTime, TimeAgo } from '../../text';
import { lbcTranslationRef } from '../../translation';
import { CoverageBanner } from '../coverage/CoverageBanner';
import { Notice } from '../parts';
import { EmptyLoadBalancers, PlainState, Problems } from '../states';
import { applyFilters, Filters, SubjectList } from '../subjects';
import { Verdict } from '../verdict/Verdict';
import { emptiness } from './emptiness';
import { useContentStyles } from './useContentStyles';

/** Three times the default cadence of sweeps: something is in the way. */
const STALE_AFTER_MS = 15 * 60_000;

/** Warns of an answer that is old, or that could not be loaded again. */
function StaleNotice(props: {
  response: EntityLoadBalancersResponse;
  loaded: EntityLoadBalancers;
}) {
  const { response, loaded } = props;
  const { t } = useTranslationRef(lbcTranslationRef);
  const now = useNow();
  const observed = parseTime(response.observedAt);
  const stale = observed !== undefined && now - observed > STALE_AFTER_MS;
  return (
    <>
      {loaded.error && (
        <Notice
          tone="amber"
          role="alert"
          action={
            <Button size="small" onClick={loaded.reload}>
              {t('retry')}
            </Button>
          }
        >
          {t('staleError', { error: loaded.error.message })}
        </Notice>
      )}
      {stale && response.observedAt && (
        <Notice tone="amber" role="status">
          {t('stale', {
            age: <TimeAgo iso={response.observedAt} format="span" />,
          })}
        </Notice>
      )}
    </>
  );
}

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
      <StaleNotice response={response} loaded={loaded} />
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
