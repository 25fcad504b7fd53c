import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import { Sentence, TimeAgo } from '../../../text';
import { quiet } from '../../../tones';
import { lbcTranslationRef } from '../../../translation';
import {
  FindingBlock,
  FindingCommands,
  FindingEvidence,
  FindingRemedy,
} from '../../compatibility/axes/FindingBlocks';
import { CopyableCode } from '../../parts';
import type { Finding } from '../types';
import { Attested } from './Attested';
import { AttestButton } from './AttestButton';
import type { Attesting } from './AttestButton';
import { StatusBadge } from './StatusBadge';

const useStyles = makeStyles(
  theme => ({
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'baseline',
      columnGap: theme.spacing(1),
      '& > :first-child': { alignSelf: 'center' },
    },
    code: {
      ...theme.typography.caption,
      color: quiet(theme),
      whiteSpace: 'nowrap',
    },
    under: { paddingLeft: theme.spacing(3) },
    quiet: { color: quiet(theme) },
  }),
  { name: 'LbcReadinessFinding' },
);

/** One finding: the sentence, what was seen, who does what, and how to check. */
export function FindingItem(props: {
  finding: Finding;
  /** Absent where one may not attest. */
  attesting?: Attesting;
}) {
  const { finding, attesting } = props;
  const { code, status, message, evidence, remedy, commands, snippet } =
    finding;
  const { blocking, attestation, observedAt } = finding;
  const classes = useStyles();
  const { t } = useTranslationRef(lbcTranslationRef);
  return (
    <li data-check={code} data-status={status}>
      <div className={classes.head}>
        <StatusBadge status={status} />
        <span>
          <Sentence message={message} />
        </span>
        <span className={classes.code}>
          {code}
          {observedAt && (
            <>
              {' · '}
              {t('detail.read')} <TimeAgo iso={observedAt} />
            </>
          )}
        </span>
      </div>
      {status === 'unknown' && (
        <div className={`${classes.under} ${classes.quiet}`}>
          {blocking
            ? t('readiness.finding.blocking')
            : t('readiness.finding.notBlocking')}
        </div>
      )}
      {attestation && (
        <div className={classes.under}>
          <Attested attestation={attestation} />
        </div>
      )}
      <FindingEvidence evidence={evidence} />
      <FindingRemedy remedy={remedy} />
      {snippet && (
        <FindingBlock
          title={t(`readiness.finding.snippet.${snippet.language}`)}
        >
          <CopyableCode
            text={snippet.text.trimEnd()}
            copyLabel={t('readiness.finding.copySnippet')}
          />
        </FindingBlock>
      )}
      <FindingCommands commands={commands} />
      {status === 'unknown' && blocking && attesting && (
        <div className={classes.under}>
          <AttestButton finding={finding} attesting={attesting} />
        </div>
      )}
    </li>
  );
}
