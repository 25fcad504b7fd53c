import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import type {
  EntityLoadBalancersResponse,
  Tone,
} from '@lbc-backstage/plugin-lbc-common';
import { Sentence } from '../../text';
import { lbcTranslationRef } from '../../translation';
import { CopyableCode, Notice } from '../parts';

type Problem = EntityLoadBalancersResponse['problems'][number];

const TONES: Record<Problem['severity'], Tone> = {
  error: 'red',
  warning: 'amber',
  info: 'blue',
};

const useStyles = makeStyles(
  theme => ({
    root: {
      listStyle: 'none',
      margin: 0,
      padding: 0,
      '& > li + li': { marginTop: theme.spacing(1) },
    },
  }),
  { name: 'LbcProblems' },
);

/** Bad annotations and missing configuration, each with the block that would help. */
export function Problems(props: { problems: readonly Problem[] }) {
  const { problems } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(lbcTranslationRef);
  if (problems.length === 0) {
    return null;
  }
  return (
    <ul className={classes.root} aria-label={t('problems.label')}>
      {problems.map((problem, index) => (
        <li key={`${index}-${problem.message.code}`}>
          <Notice tone={TONES[problem.severity]}>
            <div>
              <Sentence message={problem.message} />
            </div>
            {problem.example && (
              <div>
                {t('problems.example')}
                <CopyableCode
                  text={problem.example.trimEnd()}
                  copyLabel={t('problems.copy')}
                />
              </div>
            )}
          </Notice>
        </li>
      ))}
    </ul>
  );
}
