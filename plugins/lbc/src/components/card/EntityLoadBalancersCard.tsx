import { InfoCard, Link } from '@backstage/core-components';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import type { EntityLoadBalancersResponse } from '@lbc-backstage/plugin-lbc-common';
import { useEntityLoadBalancers } from '../../hooks/useEntityLoadBalancers';
import { Sentence, TimeAgo } from '../../text';
import { quiet, StateBadge } from '../../tones';
import { lbcTranslationRef } from '../../translation';
import { emptiness } from '../content/emptiness';

const SHOWN = 5;

const useStyles = makeStyles(
  theme => ({
    root: { minHeight: 76, overflowWrap: 'anywhere' },
    line: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      columnGap: theme.spacing(1.5),
    },
    quiet: { color: quiet(theme) },
    foot: { marginTop: theme.spacing(1) },
  }),
  { name: 'LbcCard' },
);

function Nothing(props: { response: EntityLoadBalancersResponse }) {
  const { t } = useTranslationRef(lbcTranslationRef);
  switch (emptiness(props.response)) {
    case 'not-configured':
      return <>{t('card.problem')}</>;
    case 'not-permitted':
      return <>{t('card.notPermitted')}</>;
    default:
      return <>{t('card.empty')}</>;
  }
}

function Glance(props: { response: EntityLoadBalancersResponse }) {
  const { verdict, totalItems, items } = props.response;
  const classes = useStyles();
  const { t } = useTranslationRef(lbcTranslationRef);
  if (!verdict) {
    return (
      <Typography variant="body2">
        {items.length === 0 ? (
          <Nothing response={props.response} />
        ) : (
          t('card.count', { count: totalItems })
        )}
      </Typography>
    );
  }
  return (
    <>
      <div className={classes.line}>
        <StateBadge state={verdict.state} size={20} />
        <Typography variant="body2" component="span" className={classes.quiet}>
          <TimeAgo iso={verdict.since} format="span" /> ·{' '}
          {t('card.count', { count: totalItems })}
        </Typography>
      </div>
      <Typography variant="body2">
        <Sentence message={verdict.traffic} />
      </Typography>
    </>
  );
}

/** Health at a glance, for the overview; `href` leads to the tab. */
export function EntityLoadBalancersCard(props: { href?: string }) {
  const { href } = props;
  const { entity } = useEntity();
  const classes = useStyles();
  const { t } = useTranslationRef(lbcTranslationRef);
  const { value, error } = useEntityLoadBalancers(entity, { limit: SHOWN });
  return (
    <InfoCard
      title={t('title')}
      titleTypographyProps={{ component: 'h2' }}
      variant="gridItem"
    >
      <div className={classes.root} aria-busy={!value && !error}>
        {value && <Glance response={value} />}
        {!value && error && (
          <Typography variant="body2" role="alert">
            {t('error.title')}: {error.message}
          </Typography>
        )}
        {!value && !error && (
          <div aria-hidden>
            <Skeleton width="40%" />
            <Skeleton width="75%" />
          </div>
        )}
        {href && (
          <Typography variant="body2" className={classes.foot}>
            <Link to={href}>{t('card.open')}</Link>
          </Typography>
        )}
      </div>
    </InfoCard>
  );
}
