import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { lbcTranslationRef } from '../../translation';
import { Notice } from '../parts';
import { StatusBadge } from './StatusBadge';
import { controllerKey } from './names';
import { useControllerName } from './useControllerName';
import { useVerdict } from './useVerdict';
import type { Report } from './types';

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: 0, padding: 0 },
    item: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'baseline',
      columnGap: theme.spacing(1),
      '& > :first-child': { alignSelf: 'center' },
    },
    name: { fontWeight: 'bold' },
  }),
  { name: 'LbcControllers' },
);

/** A warning that there are several, with the verdict on each. */
export function Controllers(props: { controllers: Report['controllers'] }) {
  const { controllers } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(lbcTranslationRef);
  const nameOf = useControllerName();
  const verdict = useVerdict();
  if (controllers.length < 2) {
    return null;
  }
  return (
    <Notice tone="amber" label={t('compatibility.controllers')}>
      <div>{t('compatibility.several', { count: controllers.length })}</div>
      <ul className={classes.list}>
        {controllers.map(compatibility => (
          <li
            key={controllerKey(compatibility.controller)}
            className={classes.item}
          >
            <StatusBadge status={compatibility.status} size={16} />
            <span className={classes.name}>
              {nameOf(compatibility.controller)}
            </span>
            <span>{verdict(compatibility)}</span>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
