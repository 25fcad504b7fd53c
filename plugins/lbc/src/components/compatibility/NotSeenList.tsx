import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import { Sentence } from '../../text';
import { lbcTranslationRef } from '../../translation';
import { CopyableCode } from '../parts';
import type { NotSeen } from './types';

const useStyles = makeStyles(
  theme => ({
    root: {
      margin: 0,
      paddingLeft: theme.spacing(2.5),
      '& > li': { marginBottom: theme.spacing(1) },
    },
  }),
  { name: 'LbcNotSeen' },
);

/** What could not be seen, each with the line that would let us. */
export function NotSeenList(props: { items: readonly NotSeen[] }) {
  const classes = useStyles();
  const { t } = useTranslationRef(lbcTranslationRef);
  return (
    <ul className={classes.root}>
      {props.items.map(({ message, rbacRule, iamAction, config }, index) => (
        <li key={`${index}-${message.code}`}>
          <Sentence message={message} />
          {rbacRule && (
            <div>
              {t('compatibility.notSeen.rbac')}
              <CopyableCode
                text={rbacRule.trimEnd()}
                copyLabel={t('compatibility.copyRule')}
              />
            </div>
          )}
          {iamAction && (
            <div>
              {t('compatibility.notSeen.iam')}
              <CopyableCode
                text={iamAction}
                copyLabel={t('compatibility.copyAction')}
              />
            </div>
          )}
          {config && (
            <div>
              {t('compatibility.notSeen.config')}
              <CopyableCode
                text={config}
                copyLabel={t('compatibility.copySetting')}
              />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

/** What all axes could not see, each thing once. */
export function gatherNotSeen(
  axes: ReadonlyArray<{ notSeen: readonly NotSeen[] }>,
): NotSeen[] {
  const all = axes.flatMap(({ notSeen }) => notSeen);
  return [...new Map(all.map(item => [JSON.stringify(item), item])).values()];
}
