import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { CompatibilityView } from '../../../hooks/useCompatibilityView';
import { useId } from '../../../hooks/useId';
import { quiet } from '../../../tones';
import { FEATURE_STATUSES } from '@lbc-backstage/plugin-lbc-common';
import { lbcTranslationRef } from '../../../translation';
import type { Feature } from '../types';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
      margin: theme.spacing(1, 0),
    },
    field: { minWidth: 130, maxWidth: 240 },
    count: { marginLeft: 'auto', color: quiet(theme) },
  }),
  { name: 'LbcFeatureFilters' },
);

/** Narrows what is in use by what becomes of it, and chooses the lines. */
export function FeatureFilters(props: {
  features: readonly Feature[];
  shown: number;
  total: number;
  view: CompatibilityView;
}) {
  const { features, shown, total, view } = props;
  const classes = useStyles();
  const id = useId('lbc-features');
  const { t } = useTranslationRef(lbcTranslationRef);
  const present = FEATURE_STATUSES.filter(
    status =>
      status === view.features ||
      features.some(feature => feature.status === status),
  );
  return (
    <div className={classes.root}>
      <TextField
        id={`${id}-status`}
        className={classes.field}
        select
        size="small"
        variant="outlined"
        label={t('compatibility.features.show')}
        value={present.find(status => status === view.features) ?? ''}
        onChange={event => view.setFeatures(event.target.value || undefined)}
        SelectProps={{ native: true }}
        InputLabelProps={{ shrink: true }}
      >
        <option value="">{t('compatibility.features.all')}</option>
        {present.map(status => (
          <option key={status} value={status}>
            {t(`compatibility.feature.${status}`)}
          </option>
        ))}
      </TextField>
      <TextField
        id={`${id}-by`}
        className={classes.field}
        select
        size="small"
        variant="outlined"
        label={t('compatibility.features.by')}
        value={view.byObject ? 'object' : ''}
        onChange={event => view.setByObject(event.target.value === 'object')}
        SelectProps={{ native: true }}
        InputLabelProps={{ shrink: true }}
      >
        <option value="">{t('compatibility.features.byFeature')}</option>
        <option value="object">{t('compatibility.features.byObject')}</option>
      </TextField>
      <Typography variant="caption" className={classes.count} role="status">
        {t('compatibility.features.count', {
          shown: String(shown),
          total: String(total),
        })}
      </Typography>
    </div>
  );
}
