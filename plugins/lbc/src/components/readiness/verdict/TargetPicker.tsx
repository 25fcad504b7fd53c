import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useId } from '../../../hooks/useId';
import type { ReadinessView } from '../../../hooks/useReadinessView';
import { Sentence } from '../../../text';
import { quiet } from '../../../tones';
import { lbcTranslationRef } from '../../../translation';
import { DataTable, Disclosure } from '../../parts';
import { sameTarget, targetKey } from '../names';
import { useTargetName } from '../useTargetName';
import type { Proposal, Target } from '../types';
import { OtherTarget } from './OtherTarget';
import { targetsOf } from './targets';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'grid', gap: theme.spacing(0.5), minWidth: 0 },
    field: { maxWidth: 340, minWidth: 200 },
    quiet: { color: quiet(theme) },
  }),
  { name: 'LbcTargetPicker' },
);

/** Which release or Kubernetes it is about; the proposed one by itself. */
export function TargetPicker(props: {
  target: Target;
  /** What is asked for, while its answer is on its way. */
  wanted?: Target;
  proposals: readonly Proposal[];
  view: ReadinessView;
}) {
  const { target, wanted, proposals, view } = props;
  const classes = useStyles();
  const id = useId('lbc-target');
  const { t } = useTranslationRef(lbcTranslationRef);
  const nameOf = useTargetName();

  const chosen = wanted ?? target;
  const targets = targetsOf({ proposals, chosen });
  const best = proposals.find(proposal => proposal.best);
  const why = proposals.find(proposal => sameTarget(proposal.target, chosen));
  const option = (each: Target) => (
    <option key={targetKey(each)} value={targetKey(each)}>
      {sameTarget(each, best?.target)
        ? t('readiness.target.best', { name: nameOf(each) })
        : nameOf(each)}
    </option>
  );
  return (
    <div className={classes.root}>
      <TextField
        id={id}
        className={classes.field}
        select
        size="small"
        variant="outlined"
        label={t('readiness.target')}
        value={targetKey(chosen)}
        onChange={event => {
          const next = [...targets.controller, ...targets.kubernetes].find(
            each => targetKey(each) === event.target.value,
          );
          // The link says which one, also where it is the proposed one today.
          view.setTarget(next);
        }}
        SelectProps={{ native: true }}
        InputLabelProps={{ shrink: true }}
      >
        <optgroup label={t('readiness.target.controller')}>
          {targets.controller.map(option)}
        </optgroup>
        {targets.kubernetes.length > 0 && (
          <optgroup label={t('readiness.target.kubernetes')}>
            {targets.kubernetes.map(option)}
          </optgroup>
        )}
      </TextField>
      {why && (
        <Typography variant="body2">
          {why.best && <b>{t('readiness.target.proposed')}: </b>}
          <Sentence message={why.because} />
        </Typography>
      )}
      <Typography component="div" variant="body2">
        <Disclosure label={t('readiness.target.all')}>
          {proposals.length > 0 && (
            <DataTable
              label={t('readiness.target.all')}
              head={[t('readiness.target'), t('readiness.target.why')]}
              rows={proposals.map(proposal => ({
                key: targetKey(proposal.target),
                cells: [
                  proposal.best
                    ? t('readiness.target.best', {
                        name: nameOf(proposal.target),
                      })
                    : nameOf(proposal.target),
                  <Sentence key="why" message={proposal.because} />,
                ],
              }))}
            />
          )}
          <OtherTarget onChoose={view.setTarget} />
        </Disclosure>
      </Typography>
    </div>
  );
}
