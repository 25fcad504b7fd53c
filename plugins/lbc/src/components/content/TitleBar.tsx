import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import type {
  EntityLoadBalancersResponse,
  SubjectForEntity,
} from '@lbc-backstage/plugin-lbc-common';
import type { Refresh } from '../../hooks/useRefresh';
import { TimeAgo } from '../../text';
import { lbcTranslationRef } from '../../translation';
import { RefreshButton } from '../refresh/RefreshButton';
import { RefreshProgress } from '../refresh/RefreshProgress';
import { ShareMenu } from '../share/ShareMenu';
import { useContentStyles } from './useContentStyles';

/** What this is, how old it is, and what can be done with it. */
export function TitleBar(props: {
  response?: EntityLoadBalancersResponse;
  shown: readonly SubjectForEntity[];
  refresh: Refresh;
}) {
  const { response, shown, refresh } = props;
  const classes = useContentStyles();
  const { t } = useTranslationRef(lbcTranslationRef);
  return (
    <>
      <div className={classes.bar}>
        <h2 className={classes.title}>{t('title')}</h2>
        {response && (
          <Typography variant="caption" className={classes.asOf}>
            {response.observedAt
              ? t('asOf', { age: <TimeAgo iso={response.observedAt} /> })
              : t('neverRead')}
          </Typography>
        )}
        <RefreshButton refresh={refresh} />
        {response && <ShareMenu response={response} shown={shown} />}
      </div>
      <RefreshProgress refresh={refresh} />
    </>
  );
}
