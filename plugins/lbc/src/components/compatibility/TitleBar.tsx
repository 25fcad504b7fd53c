import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import type { Refresh } from '../../hooks/useRefresh';
import { TimeAgo, useText } from '../../text';
import { lbcTranslationRef } from '../../translation';
import { useContentStyles } from '../content/useContentStyles';
import { RefreshButton } from '../refresh/RefreshButton';
import { RefreshProgress } from '../refresh/RefreshProgress';
import { ShareActions } from '../share/ShareActions';
import { asText } from './asText';
import { useControllerName } from './useControllerName';
import { useVerdict } from './useVerdict';
import type { Report } from './types';

/** What this is, how old it is, and what can be done with it. */
export function TitleBar(props: {
  subject: string;
  report?: Report;
  refresh: Refresh;
}) {
  const { subject, report, refresh } = props;
  const classes = useContentStyles();
  const { t } = useTranslationRef(lbcTranslationRef);
  const text = useText();
  const nameOf = useControllerName();
  const verdict = useVerdict();
  return (
    <>
      <div className={classes.bar}>
        <h2 className={classes.title}>{t('compatibility.title')}</h2>
        {report && (
          <Typography variant="caption" className={classes.asOf}>
            {report.observedAt
              ? t('asOf', { age: <TimeAgo iso={report.observedAt} /> })
              : t('neverRead')}
          </Typography>
        )}
        <RefreshButton refresh={refresh} />
        {report && (
          <ShareActions
            value={report}
            fileName="compatibility.json"
            asText={() =>
              asText(report, subject, text, {
                title: t('compatibility.title'),
                notSeen: t('compatibility.notSeen'),
                next: t('compatibility.ladder.next'),
                verdict,
                status: status => t(`compatibility.status.${status}`),
                axis: axis => t(`compatibility.axis.${axis}`),
                feature: status => t(`compatibility.feature.${status}`),
                controller: nameOf,
              })
            }
          />
        )}
      </div>
      <RefreshProgress refresh={refresh} />
    </>
  );
}
