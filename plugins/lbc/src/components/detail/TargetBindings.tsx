import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import type { SubjectDetail, Tone } from '@lbc-backstage/plugin-lbc-common';
import { Sentence } from '../../text';
import { ToneIcon } from '../../tones';
import { lbcTranslationRef } from '../../translation';
import { DataTable, Section } from '../parts';

type TargetBinding = SubjectDetail['targetBindings'][number];

const TONES: Record<TargetBinding['state'], Tone> = {
  bound: 'green',
  unattended: 'amber',
  contested: 'red',
  failing: 'red',
  stranded: 'red',
  'stuck-deleting': 'red',
  unknown: 'grey',
};

const useStyles = makeStyles(
  theme => ({
    state: { display: 'flex', gap: theme.spacing(0.75), whiteSpace: 'nowrap' },
  }),
  { name: 'LbcTargetBindings' },
);

/** The TargetGroupBindings that keep targets registered. */
export function TargetBindings(props: { subject: SubjectDetail }) {
  const { targetBindings } = props.subject;
  const classes = useStyles();
  const { t } = useTranslationRef(lbcTranslationRef);
  if (targetBindings.length === 0) {
    return null;
  }
  return (
    <Section title={t('detail.bindings')}>
      <DataTable
        label={t('detail.bindings')}
        head={[
          t('detail.binding'),
          t('detail.targetState'),
          t('detail.group'),
          t('detail.because'),
        ]}
        rows={targetBindings.map(binding => ({
          key: binding.id,
          cells: [
            `${binding.namespace}/${binding.name}`,
            <span className={classes.state}>
              <ToneIcon tone={TONES[binding.state]} />
              {t(`bindingState.${binding.state}`)}
            </span>,
            binding.targetGroup ?? t('detail.bindingNoGroup'),
            <>
              <Sentence message={binding.because} />
              {binding.ownerExists === false && (
                <> {t('detail.bindingOwnerGone')}</>
              )}
            </>,
          ],
        }))}
      />
    </Section>
  );
}
