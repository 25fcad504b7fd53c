import { useState } from 'react';
import type { FormEvent } from 'react';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import { useId } from '../../../hooks/useId';
import { lbcTranslationRef } from '../../../translation';
import type { Target } from '../types';
import { targetFrom } from './targets';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'flex-start',
      gap: theme.spacing(1),
      paddingTop: theme.spacing(1),
    },
    field: { minWidth: 200, maxWidth: 340 },
  }),
  { name: 'LbcOtherTarget' },
);

/** Asks about any release of the controller, or any version of Kubernetes. */
export function OtherTarget(props: { onChoose: (target: Target) => void }) {
  const classes = useStyles();
  const id = useId('lbc-other-target');
  const { t } = useTranslationRef(lbcTranslationRef);
  const [text, setText] = useState('');
  const [asked, setAsked] = useState(false);
  const target = targetFrom(text);
  const wrong = asked && target === undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (target) {
      props.onChoose(target);
    }
  };
  return (
    <form className={classes.root} onSubmit={submit} noValidate>
      <TextField
        id={id}
        className={classes.field}
        size="small"
        variant="outlined"
        label={t('readiness.target.other')}
        helperText={
          wrong
            ? t('readiness.target.otherWrong')
            : t('readiness.target.otherHelp')
        }
        error={wrong}
        value={text}
        onChange={event => setText(event.target.value)}
        inputProps={{ maxLength: 40 }}
        InputLabelProps={{ shrink: true }}
      />
      <Button type="submit" variant="outlined">
        {t('readiness.target.ask')}
      </Button>
    </form>
  );
}
