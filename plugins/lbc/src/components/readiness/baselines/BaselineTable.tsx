import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { Sentence, TimeAgo } from '../../../text';
import { quiet, ToneBadge } from '../../../tones';
import { lbcTranslationRef } from '../../../translation';
import { versionName } from '../../compatibility/names';
import { DataTable, Disclosure } from '../../parts';
import type { Baseline } from '../types';
import { STATUS_TONES } from './tones';

const useStyles = makeStyles(
  theme => ({
    name: { fontWeight: 'bold' },
    quiet: { color: quiet(theme) },
    list: { margin: 0, paddingLeft: theme.spacing(2.5) },
  }),
  { name: 'LbcBaselineTable' },
);

function Status(props: { baseline: Baseline }) {
  const { status, notRead } = props.baseline;
  const classes = useStyles();
  const { t } = useTranslationRef(lbcTranslationRef);
  return (
    <>
      <ToneBadge
        tone={STATUS_TONES[status]}
        word={t(`baselines.status.${status}`)}
        size={16}
      />
      {notRead.length > 0 && (
        <Disclosure label={t('baselines.notRead')}>
          <ul className={classes.list}>
            {notRead.map((message, index) => (
              <li key={`${index}-${message.code}`}>
                <Sentence message={message} />
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </>
  );
}

/** The baselines of a cluster; each can be compared with what is now. */
export function BaselineTable(props: {
  cluster: string;
  baselines: readonly Baseline[];
  /** Id of the one that is compared. */
  opened?: string;
  /** Comparing reads the stacks anew; else the last one is shown. */
  mayCompare: boolean;
  onOpen: (id: string) => void;
}) {
  const { cluster, baselines, opened, mayCompare, onOpen } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(lbcTranslationRef);
  // None is never right: nobody takes a baseline of nothing.
  const countOf = ({ stacksDone, stacksTotal }: Baseline['progress']) => {
    if (stacksTotal === 0) {
      return t('baselines.uncounted');
    }
    return stacksDone === stacksTotal
      ? String(stacksTotal)
      : t('baselines.progress', {
          done: String(stacksDone),
          total: String(stacksTotal),
        });
  };
  const newest = [...baselines].sort((left, right) =>
    right.startedAt.localeCompare(left.startedAt),
  );
  return (
    <DataTable
      label={t('baselines.list', { cluster })}
      head={[
        t('baselines.head.name'),
        t('baselines.head.taken'),
        t('baselines.head.by'),
        t('baselines.head.stacks'),
        t('baselines.head.status'),
        t('baselines.head.compare'),
      ]}
      rows={newest.map(baseline => {
        const { id, name, by, startedAt, status, progress, version } = baseline;
        const comparable = status === 'complete' || status === 'partial';
        return {
          key: id,
          cells: [
            <>
              <span className={classes.name}>{name}</span>
              {version && (
                <span className={classes.quiet}> {versionName(version)}</span>
              )}
            </>,
            <TimeAgo key="taken" iso={startedAt} format="when" />,
            by === 'schedule' || !by.includes(':') ? (
              <span key="by">
                {by === 'schedule' ? t('baselines.bySchedule') : by}
              </span>
            ) : (
              <EntityRefLink key="by" entityRef={by} />
            ),
            countOf(progress),
            <Status key="status" baseline={baseline} />,
            comparable ? (
              <Button
                key="compare"
                size="small"
                variant="outlined"
                aria-label={t(
                  mayCompare ? 'baselines.compareLabel' : 'baselines.showLabel',
                  { name },
                )}
                aria-pressed={opened === id}
                onClick={() => onOpen(id)}
              >
                {t(mayCompare ? 'baselines.compare' : 'baselines.show')}
              </Button>
            ) : (
              ''
            ),
          ],
        };
      })}
    />
  );
}
