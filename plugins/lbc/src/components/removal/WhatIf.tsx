import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { WHAT_IF_SCENARIOS } from '@lbc-backstage/plugin-lbc-common';
import type {
  SubjectDetail,
  WhatIfScenario,
} from '@lbc-backstage/plugin-lbc-common';
import { lbcApiRef } from '../../api';
import { useId } from '../../hooks/useId';
import { useLoad } from '../../hooks/useLoad';
import { lbcTranslationRef } from '../../translation';
import { Section } from '../parts';
import { LoadError } from '../states';
import { useRemovalStyles } from './useRemovalStyles';
import { WhatIfAnswer } from './WhatIfAnswer';

function Loaded(props: { subject: SubjectDetail; scenario: WhatIfScenario }) {
  const { subject, scenario } = props;
  const api = useApi(lbcApiRef);
  const { t } = useTranslationRef(lbcTranslationRef);
  const { value, error, reload } = useLoad(
    `${subject.id} ${scenario}`,
    signal => api.getWhatIf({ id: subject.id, scenario, signal }),
    { dependsOn: `${subject.observedAt} ${subject.state}` },
  );
  if (value) {
    return <WhatIfAnswer answer={value} />;
  }
  return error ? (
    <LoadError title={t('whatIf.error')} error={error} onRetry={reload} />
  ) : (
    <Typography variant="body2" role="status">
      {t('whatIf.loading')}
    </Typography>
  );
}

/** What would stay, hang and leak if something went; asked for by choosing it. */
export function WhatIf(props: { subject: SubjectDetail }) {
  const { subject } = props;
  const classes = useRemovalStyles();
  const id = useId('lbc-what-if');
  const [chosen, setChosen] = useState<WhatIfScenario>();
  const { t } = useTranslationRef(lbcTranslationRef);
  return (
    <Section title={t('whatIf.title')}>
      <div className={classes.root}>
        <TextField
          id={id}
          className={classes.field}
          select
          size="small"
          variant="outlined"
          label={t('whatIf.scenario')}
          value={chosen ?? ''}
          onChange={event =>
            setChosen(
              WHAT_IF_SCENARIOS.find(each => each === event.target.value),
            )
          }
          SelectProps={{ native: true }}
          InputLabelProps={{ shrink: true }}
        >
          <option value="">{t('whatIf.choose')}</option>
          {WHAT_IF_SCENARIOS.map(scenario => (
            <option key={scenario} value={scenario}>
              {t(`whatIf.${scenario}`)}
            </option>
          ))}
        </TextField>
        {chosen && <Loaded subject={subject} scenario={chosen} />}
      </div>
    </Section>
  );
}
