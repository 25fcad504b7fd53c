import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import { Sentence } from '../../../text';
import { quiet, ToneBadge } from '../../../tones';
import { lbcTranslationRef } from '../../../translation';
import { Disclosure } from '../../parts';
import { ownerText } from '../names';
import type { StackComparison } from '../types';
import { Changes } from './Changes';
import { COMPARISON_TONES } from './tones';

const useStyles = makeStyles(
  theme => ({
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'baseline',
      columnGap: theme.spacing(1),
      '& > :first-child': { alignSelf: 'center' },
    },
    name: { fontWeight: 'bold' },
    quiet: { color: quiet(theme) },
    under: {
      paddingLeft: theme.spacing(3),
      [theme.breakpoints.down('xs')]: { paddingLeft: 0 },
    },
    plain: { margin: 0, paddingLeft: theme.spacing(2.5) },
  }),
  { name: 'LbcStackComparison' },
);

/** One load balancer, then and now: its verdict, why, and what changed. */
export function Stack(props: { stack: StackComparison }) {
  const { name, owners, verdict, because, changes, awaited } = props.stack;
  const classes = useStyles();
  const { t } = useTranslationRef(lbcTranslationRef);
  const label = t('baselines.comparison.changesOf', { name });
  const table = changes.length > 0 && (
    <Changes label={label} changes={changes} />
  );
  const needsAPerson = changes.some(
    ({ expected, reportedOnly }) => !expected && !reportedOnly,
  );
  return (
    <li data-stack={name} data-verdict={verdict}>
      <div className={classes.head}>
        <ToneBadge
          tone={COMPARISON_TONES[verdict]}
          word={t(`baselines.verdict.${verdict}`)}
          size={16}
        />
        <span className={classes.name}>{name}</span>
        <span className={classes.quiet}>
          {owners.map(ownerText).join(', ')}
        </span>
      </div>
      <div className={classes.under}>
        <Sentence message={because} />
        {awaited.length > 0 && (
          <div>
            <span className={classes.quiet}>
              {t('baselines.comparison.awaited')}
            </span>
            <ul className={classes.plain}>
              {awaited.map((message, index) => (
                <li key={`${index}-${message.code}`}>
                  <Sentence message={message} />
                </li>
              ))}
            </ul>
          </div>
        )}
        {needsAPerson && table}
        {!needsAPerson && table && (
          <Disclosure
            label={t('baselines.comparison.changes', {
              count: changes.length,
            })}
          >
            {table}
          </Disclosure>
        )}
      </div>
    </li>
  );
}
