import { useState } from 'react';
import type { FormEvent } from 'react';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { usePermission } from '@backstage/plugin-permission-react';
import Button from '@material-ui/core/Button';
import LinearProgress from '@material-ui/core/LinearProgress';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { lbcBaselineCreatePermission } from '@lbc-backstage/plugin-lbc-common';
import type { Taking } from '../../../hooks/useBaselines';
import { useId } from '../../../hooks/useId';
import { quiet } from '../../../tones';
import { lbcTranslationRef } from '../../../translation';
import { Notice } from '../../parts';
import type { Baseline } from '../types';

const useStyles = makeStyles(
  theme => ({
    form: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
    },
    field: { minWidth: 180, maxWidth: 320, flex: '0 1 320px' },
    progress: { maxWidth: 480 },
    quiet: { color: quiet(theme) },
  }),
  { name: 'LbcTakeBaseline' },
);

function Progress(props: { baseline: Baseline }) {
  const { name, progress } = props.baseline;
  const { stacksDone, stacksTotal } = progress;
  const classes = useStyles();
  const { t } = useTranslationRef(lbcTranslationRef);
  const words =
    stacksTotal === 0
      ? t('baselines.counting', { name })
      : t('baselines.reading', {
          name,
          done: String(stacksDone),
          total: String(stacksTotal),
        });
  return (
    <div className={classes.progress}>
      <Typography variant="body2" role="status">
        {words}
      </Typography>
      <LinearProgress
        aria-label={words}
        {...(stacksTotal > 0
          ? { variant: 'determinate', value: (100 * stacksDone) / stacksTotal }
          : { variant: 'indeterminate' })}
      />
    </div>
  );
}

/** Takes a baseline, and says how far those are that are being read. */
export function TakeBaseline(props: {
  suggestedName: string;
  taking: Taking;
  onTake: (name: string) => void;
  baselines: readonly Baseline[];
}) {
  const { suggestedName, taking, onTake, baselines } = props;
  const classes = useStyles();
  const id = useId('lbc-baseline');
  const { t } = useTranslationRef(lbcTranslationRef);
  const { allowed, loading } = usePermission({
    permission: lbcBaselineCreatePermission,
  });
  const [name, setName] = useState<string>();
  const reading = baselines.filter(({ status }) => status === 'reading');

  const submit = (event: FormEvent) => {
    event.preventDefault();
    onTake(name?.trim() || suggestedName);
    setName(undefined);
  };

  if (!allowed && !loading) {
    return (
      <Typography variant="body2" className={classes.quiet}>
        {t('baselines.takeDenied')}
      </Typography>
    );
  }
  return (
    <>
      <form className={classes.form} onSubmit={submit}>
        <TextField
          id={id}
          className={classes.field}
          size="small"
          variant="outlined"
          label={t('baselines.name')}
          value={name ?? suggestedName}
          onChange={event => setName(event.target.value)}
          inputProps={{ maxLength: 100 }}
          InputLabelProps={{ shrink: true }}
        />
        <Button
          type="submit"
          variant="outlined"
          disabled={taking.busy || !allowed}
        >
          {t('baselines.take')}
        </Button>
        {taking.busy && (
          <Typography variant="body2" role="status">
            {t('baselines.taking')}
          </Typography>
        )}
      </form>
      {taking.error && (
        <Notice tone="red" role="alert">
          {t('baselines.takeError', { error: taking.error.message })}
        </Notice>
      )}
      {reading.map(baseline => (
        <Progress key={baseline.id} baseline={baseline} />
      ))}
    </>
  );
}
