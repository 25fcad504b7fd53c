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
import { useTargetName } from './useTargetName';
import type { Answer } from './types';

/** What this is, how old it is, and what can be done with it. */
export function TitleBar(props: {
  subject: string;
  answer?: Answer;
  refresh: Refresh;
}) {
  const { subject, answer, refresh } = props;
  const classes = useContentStyles();
  const { t } = useTranslationRef(lbcTranslationRef);
  const text = useText();
  const target = useTargetName();
  return (
    <>
      <div className={classes.bar}>
        <h2 className={classes.title}>{t('readiness.title')}</h2>
        {answer && (answer.observedAt || answer.clusters.length === 0) && (
          <Typography variant="caption" className={classes.asOf}>
            {answer.observedAt
              ? t('asOf', { age: <TimeAgo iso={answer.observedAt} /> })
              : t('neverRead')}
          </Typography>
        )}
        <RefreshButton refresh={refresh} />
        {answer && (
          <ShareActions
            value={answer}
            fileName="upgrade-readiness.json"
            asText={() =>
              asText(answer, subject, text, {
                title: t('readiness.title'),
                validUntil: t('readiness.validUntil'),
                passed: count => t('readiness.group.passed.show', { count }),
                verdict: verdict => t(`readiness.verdict.${verdict}`),
                effect: effect => t(`readiness.effect.${effect}`),
                group: group => t(`readiness.group.${group}`),
                rehearsal: verdict => t(`baselines.verdict.${verdict}`),
                target,
              })
            }
          />
        )}
      </div>
      <RefreshProgress refresh={refresh} />
    </>
  );
}
