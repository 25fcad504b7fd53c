import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type {
  SubjectDetail,
  Transition,
} from '@lbc-backstage/plugin-lbc-common';
import { lbcApiRef } from '../../api';
import { Sentence, TimeAgo } from '../../text';
import { quiet, StateBadge } from '../../tones';
import { lbcTranslationRef } from '../../translation';
import { DataTable, Section } from '../parts';

const useStyles = makeStyles(theme => ({ began: { color: quiet(theme) } }), {
  name: 'LbcHistory',
});

/** The API gives as many with the details; older ones are asked for. */
const WITH_DETAILS = 50;

function useOlder(subject: SubjectDetail) {
  const api = useApi(lbcApiRef);
  const [pages, setPages] = useState<{
    items: Transition[];
    cursor?: string;
  }>();
  const [error, setError] = useState<Error>();
  const [busy, setBusy] = useState(false);
  const hasOlder = pages
    ? pages.cursor !== undefined
    : subject.transitions.length >= WITH_DETAILS;

  const load = () => {
    setBusy(true);
    api
      .getTransitions({ id: subject.id, cursor: pages?.cursor })
      .then(({ items, nextCursor }) => {
        setPages({
          items: [...(pages?.items ?? []), ...items],
          cursor: nextCursor,
        });
        setError(undefined);
      })
      .catch(setError)
      .finally(() => setBusy(false));
  };
  return {
    transitions: pages?.items ?? subject.transitions,
    more: hasOlder ? load : undefined,
    busy,
    error,
  };
}

/** What states it was in, when, and why each change. */
export function History(props: { subject: SubjectDetail }) {
  const { subject } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(lbcTranslationRef);
  const { transitions, more, busy, error } = useOlder(subject);
  return (
    <Section title={t('detail.history')}>
      {transitions.length > 0 && (
        <DataTable
          label={t('detail.history')}
          head={[
            t('detail.at'),
            t('detail.from'),
            t('detail.to'),
            t('detail.because'),
          ]}
          rows={transitions.map(({ id, at, from, to, because, cause }) => ({
            key: id,
            cells: [
              <TimeAgo iso={at} format="when" />,
              from ? (
                <StateBadge state={from} size={15} />
              ) : (
                t('detail.firstSeen')
              ),
              to ? <StateBadge state={to} size={15} /> : t('detail.gone'),
              <>
                <Sentence message={because} />
                {cause === 'rules' && <> ({t('detail.causeRules')})</>}
              </>,
            ],
          }))}
        />
      )}
      <Typography variant="caption" component="div" className={classes.began}>
        {t('detail.historyBegan', {
          when: <TimeAgo iso={subject.firstSeenAt} format="when" />,
        })}
      </Typography>
      {error && <Typography variant="body2">{error.message}</Typography>}
      {more && (
        <Button size="small" disabled={busy} onClick={more}>
          {t('detail.historyMore')}
        </Button>
      )}
    </Section>
  );
}
