import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { Tone } from '@lbc-backstage/plugin-lbc-common';
import { ToneIcon } from '../../../tones';
import { lbcTranslationRef } from '../../../translation';
import type { Feature } from '../types';

const TONES: Record<Feature['status'], Tone> = {
  read: 'green',
  ignored: 'amber',
  'not-yet': 'amber',
  removed: 'amber',
  unrecognised: 'amber',
  unknown: 'grey',
};

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'inline-flex',
      alignItems: 'flex-start',
      gap: theme.spacing(0.75),
    },
  }),
  { name: 'LbcFeatureStatus' },
);

/** What becomes of a feature under the release that runs. */
export function FeatureStatus(props: { status: Feature['status'] }) {
  const { status } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(lbcTranslationRef);
  return (
    <span className={classes.root}>
      <ToneIcon tone={TONES[status]} size={16} />
      {t(`compatibility.feature.${status}`)}
    </span>
  );
}
