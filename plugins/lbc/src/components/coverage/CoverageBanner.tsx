import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { CoverageItem } from '@lbc-backstage/plugin-lbc-common';
import { lbcTranslationRef } from '../../translation';
import { DoctorLink } from '../doctor/DoctorLink';
import { Disclosure, Notice } from '../parts';
import { CoverageItemText } from './CoverageItemText';
import { incomplete, kindName, targetName } from './describe';

const NAMED = 3;

const useStyles = makeStyles(
  theme => ({
    list: {
      listStyle: 'none',
      margin: 0,
      padding: 0,
      '& > li + li': {
        marginTop: theme.spacing(1.5),
        paddingTop: theme.spacing(1.5),
        borderTop: `1px solid ${theme.palette.divider}`,
      },
    },
  }),
  { name: 'LbcCoverageBanner' },
);

/** What the sources could not see, what that hides and how to allow it. */
export function CoverageBanner(props: { coverage: readonly CoverageItem[] }) {
  const classes = useStyles();
  const { t } = useTranslationRef(lbcTranslationRef);
  const items = incomplete(props.coverage);
  if (items.length === 0) {
    return null;
  }
  const named = items
    .slice(0, NAMED)
    .map(item =>
      t('coverage.item', {
        kind: kindName(item),
        target: targetName(item.target),
        word: t(`coverage.word.${item.coverage}`),
      }),
    )
    .join(', ');
  const others = items.length - NAMED;
  return (
    <Notice tone="amber" label={t('coverage.label')}>
      <div>
        <strong>{t('coverage.title')}:</strong> {named}
        {others > 0 && ` ${t('coverage.others', { count: others })}`}
      </div>
      <Disclosure label={t('coverage.more')}>
        <ul className={classes.list}>
          {items.map(item => (
            <li key={`${item.target} ${item.kind}`}>
              <CoverageItemText item={item} />
            </li>
          ))}
        </ul>
      </Disclosure>
      <DoctorLink />
    </Notice>
  );
}
