import { useState } from 'react';
import type { FormEvent } from 'react';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useId } from '../../../hooks/useId';
import { Sentence } from '../../../text';
import { lbcTranslationRef } from '../../../translation';
import { Notice } from '../../parts';
import { useTargetName } from '../useTargetName';
import type { Finding } from '../types';
import type { Attesting } from './AttestButton';

const DAY_MS = 86_400_000;
const DAYS = [1, 7, 30];

const useStyles = makeStyles(
  theme => ({
    body: {
      display: 'grid',
      gap: theme.spacing(2),
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'LbcAttestDialog' },
);

/** Asks what a person knows and how, and for how long it shall hold. */
export function AttestDialog(props: {
  finding: Finding;
  attesting: Attesting;
  onClose: () => void;
}) {
  const { finding, attesting, onClose } = props;
  const classes = useStyles();
  const id = useId('lbc-attest');
  const { t } = useTranslationRef(lbcTranslationRef);
  const targetName = useTargetName();
  const [why, setWhy] = useState('');
  const [days, setDays] = useState(7);
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const missing = why.trim() === '';

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (missing) {
      return;
    }
    setBusy(true);
    setError(undefined);
    try {
      await attesting.attest({
        check: finding.code,
        why: why.trim(),
        expiresAt: new Date(Date.now() + days * DAY_MS).toISOString(),
      });
      onClose();
    } catch (reason) {
      setError(reason instanceof Error ? reason.message : String(reason));
      setBusy(false);
    }
  };

  return (
    <Dialog open onClose={onClose} fullWidth aria-labelledby={`${id}-title`}>
      <form onSubmit={submit} noValidate>
        <DialogTitle id={`${id}-title`}>
          {t('readiness.attest.title')}
        </DialogTitle>
        <DialogContent className={classes.body}>
          <Typography variant="body2">
            <b>{finding.code}</b>: <Sentence message={finding.message} />
          </Typography>
          <Typography variant="body2">
            {t('readiness.attest.text', {
              cluster: attesting.cluster,
              target: targetName(attesting.target),
            })}
          </Typography>
          <TextField
            id={`${id}-why`}
            label={t('readiness.attest.why')}
            helperText={
              asked && missing
                ? t('readiness.attest.whyMissing')
                : t('readiness.attest.whyHelp')
            }
            error={asked && missing}
            required
            multiline
            rows={3}
            variant="outlined"
            inputProps={{ maxLength: 2_000 }}
            InputLabelProps={{ shrink: true }}
            value={why}
            onChange={event => setWhy(event.target.value)}
          />
          <TextField
            id={`${id}-days`}
            select
            size="small"
            variant="outlined"
            label={t('readiness.attest.expires')}
            value={String(days)}
            onChange={event => setDays(Number(event.target.value))}
            SelectProps={{ native: true }}
            InputLabelProps={{ shrink: true }}
          >
            {DAYS.map(count => (
              <option key={count} value={String(count)}>
                {t('readiness.attest.days', { count })}
              </option>
            ))}
          </TextField>
          {error && (
            <Notice tone="red" role="alert">
              {t('readiness.attest.error', { error })}
            </Notice>
          )}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('readiness.attest.cancel')}</Button>
          <Button type="submit" variant="contained" disabled={busy}>
            {t('readiness.attest.confirm')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
