import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { Tone } from '@lbc-backstage/plugin-lbc-common';
import { makeStyles } from '@material-ui/core/styles';
import { Sentence } from '../../../text';
import { quiet, ToneBadge } from '../../../tones';
import { lbcTranslationRef } from '../../../translation';
import { DataTable } from '../../parts';
import type { Change } from '../types';

const useStyles = makeStyles(
  theme => ({
    kind: { fontWeight: 'bold' },
    path: { ...theme.typography.caption, color: quiet(theme) },
    value: {
      display: 'inline-block',
      minWidth: 72,
      fontFamily: 'monospace',
      fontSize: 12.5,
      whiteSpace: 'pre-wrap',
    },
    word: { whiteSpace: 'nowrap' },
  }),
  { name: 'LbcChanges' },
);

function judged(change: Change): {
  tone: Tone;
  word: 'yes' | 'no' | 'told';
} {
  if (change.reportedOnly) {
    return { tone: 'grey', word: 'told' };
  }
  return change.expected
    ? { tone: 'green', word: 'yes' }
    : { tone: 'red', word: 'no' };
}

/** Differences between then and now, what was not expected first. */
export function Changes(props: { label: string; changes: readonly Change[] }) {
  const { label, changes } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(lbcTranslationRef);
  const rank = (change: Change) =>
    ['no', 'yes', 'told'].indexOf(judged(change).word);
  const ordered = [...changes].sort((left, right) => rank(left) - rank(right));
  const value = (side: string | null) =>
    side === null ? (
      t('baselines.change.nothing')
    ) : (
      <span className={classes.value}>{side}</span>
    );
  return (
    <DataTable
      label={label}
      head={[
        t('baselines.change.expected'),
        t('baselines.change.what'),
        t('baselines.change.before'),
        t('baselines.change.after'),
        t('baselines.change.by'),
      ]}
      rows={ordered.map((change, index) => {
        const { tone, word } = judged(change);
        return {
          key: `${index}-${change.path}`,
          cells: [
            <span key="judged" className={classes.word}>
              <ToneBadge
                tone={tone}
                word={t(`baselines.change.${word}`)}
                size={14}
              />
            </span>,
            <>
              <span className={classes.kind}>
                {t(`baselines.change.kind.${change.kind}`)}
              </span>
              {': '}
              <Sentence message={change.message} />
              <div className={classes.path}>{change.path}</div>
            </>,
            value(change.before),
            value(change.after),
            t(`baselines.change.cause.${change.cause}`),
          ],
        };
      })}
    />
  );
}
