import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { LIFECYCLE_STATES } from '@lbc-backstage/plugin-lbc-common';
import type { SubjectForEntity } from '@lbc-backstage/plugin-lbc-common';
import { quiet } from '../../tones';
import { useId } from '../../hooks/useId';
import type { FilterName, ViewState } from '../../hooks/useViewState';
import { lbcTranslationRef } from '../../translation';
import { filterValues } from './describe';

const NAMES: FilterName[] = ['state', 'cluster', 'kind'];
const KINDS = [
  'Ingress',
  'Service',
  'Gateway',
  'GlobalAccelerator',
  'target-group',
  'security-group',
  'load-balancer',
  'owner',
] as const;

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
    },
    field: { minWidth: 110, maxWidth: 220 },
    count: { marginLeft: 'auto', color: quiet(theme) },
  }),
  { name: 'LbcFilters' },
);

/** Narrows the list by state, cluster and kind. */
export function Filters(props: {
  subjects: readonly SubjectForEntity[];
  shown: number;
  total: number;
  view: ViewState;
}) {
  const { subjects, shown, total, view } = props;
  const classes = useStyles();
  const id = useId('lbc-filter');
  const { t } = useTranslationRef(lbcTranslationRef);

  const word = (name: FilterName, value: string): string => {
    const state = LIFECYCLE_STATES.find(known => known === value);
    if (name === 'state' && state) {
      return t(`state.${state}`);
    }
    const kind = KINDS.find(known => known === value);
    return name === 'kind' && kind ? t(`kind.${kind}`) : value;
  };

  return (
    <div className={classes.root}>
      {NAMES.map(name => {
        const chosen = view.filters[name] ?? '';
        const values = filterValues(subjects, name);
        const options =
          chosen && !values.includes(chosen) ? [chosen, ...values] : values;
        return (
          <TextField
            key={name}
            id={`${id}-${name}`}
            className={classes.field}
            select
            size="small"
            variant="outlined"
            label={t(`filter.${name}`)}
            value={chosen}
            onChange={event =>
              view.setFilter(name, event.target.value || undefined)
            }
            SelectProps={{ native: true }}
            InputLabelProps={{ shrink: true }}
          >
            <option value="">{t('filter.all')}</option>
            {options.map(value => (
              <option key={value} value={value}>
                {word(name, value)}
              </option>
            ))}
          </TextField>
        );
      })}
      <Typography variant="caption" className={classes.count} role="status">
        {t('list.showing', { shown: String(shown), total: String(total) })}
      </Typography>
    </div>
  );
}
